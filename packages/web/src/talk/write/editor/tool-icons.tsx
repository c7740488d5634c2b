import type { ReactNode } from 'react';
import type { Mark } from './marks.ts';

const icon = (children: ReactNode) => (
  <svg
    viewBox="0 0 24 24"
    width={20}
    height={20}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {children}
  </svg>
);

/** Line icons of the marks, on a grid of 24. */
export const toolIcons: Readonly<Record<Mark, ReactNode>> = {
  bold: icon(
    <path
      strokeWidth="2.2"
      d="M8 5h5.200a3.400 3.400 0 0 1 0 6.800H8zM8 11.800h6a3.600 3.600 0 0 1 0 7.200H8z"
    />,
  ),
  quote: icon(<path d="M5 5v14M10 8h9M10 12h9M10 16h5" />),
  list: icon(<path d="M10 7h9M10 12h9M10 17h9M5.500 7v.1M5.500 12v.1M5.500 17v.1" />),
  link: icon(
    <path d="M10.500 13.500a3.500 3.500 0 0 0 5 0l3-3a3.500 3.500 0 0 0-5-5l-1 1M13.500 10.500a3.500 3.500 0 0 0-5 0l-3 3a3.500 3.500 0 0 0 5 5l1-1" />,
  ),
  code: icon(<path d="m8.500 7.500-4.500 4.500 4.500 4.500M15.500 7.500 20 12l-4.500 4.500" />),
};
