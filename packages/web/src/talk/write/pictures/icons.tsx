import type { ReactNode } from 'react';

/** Line icons as in `ui/icons.tsx`; here, so that only those who add pictures load them. */
const Icon = ({ children }: { children: ReactNode }) => (
  <svg
    viewBox="0 0 24 24"
    width={19}
    height={19}
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

export const PictureIcon = () => (
  <Icon>
    <path d="M4 5.500h16v13H4zM4 15.500l4.500-4.500 4 4 2.500-2.500 5 5" />
    <circle cx="15.500" cy="9.300" r="1.300" />
  </Icon>
);
export const CoverIcon = () => (
  <Icon>
    <path d="M4 5.500h16v13H4z" />
    <path d="M7.500 10h9v4.500h-9z" fill="currentColor" />
  </Icon>
);
export const EarlierIcon = () => (
  <Icon>
    <path d="M12 19V6M6.500 11.500 12 6l5.500 5.500" />
  </Icon>
);
export const LaterIcon = () => (
  <Icon>
    <path d="M12 5v13M6.500 12.500 12 18l5.500-5.500" />
  </Icon>
);
