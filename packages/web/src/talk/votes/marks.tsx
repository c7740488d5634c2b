import type { Reaction } from '@teahouse/contract/talk';
import type { ReactNode } from 'react';

/** The outline of a mask, as on the house's other signs, with a face in it. */
const face =
  'M12 3.600c4.800 0 7.300 2.900 7 7.100-.4 5.100-3.200 9.500-7 9.500s-6.600-4.400-7-9.500c-.3-4.200 2.200-7.100 7-7.100Z';

const drawings: Record<Reaction, ReactNode> = {
  // A bowl that is raised.
  agree: (
    <>
      <path d="M4.300 8.800h15.400c0 5-3.200 8.600-7.700 8.600s-7.700-3.600-7.700-8.600ZM9.200 20.200h5.600" />
      <path d="m9.200 12.400 2 2 3.700-3.900M8.700 5.800c-.8-1 .8-1.500 0-2.600M12 5.800c-.8-1 .8-1.500 0-2.600M15.300 5.800c-.8-1 .8-1.500 0-2.600" />
    </>
  ),
  // Two hands round a heart.
  hug: (
    <>
      <path d="M12 15.300c-2.900-1.900-4.600-3.600-4.600-5.800 0-1.500 1.100-2.500 2.400-2.500.9 0 1.700.5 2.200 1.300.5-.8 1.300-1.300 2.200-1.300 1.300 0 2.400 1 2.400 2.500 0 2.200-1.700 3.900-4.600 5.800Z" />
      <path d="M4.300 8.500c-1 2.200-1.100 4.700.2 7 1.500 2.700 4.100 4.300 7.500 4.300s6-1.600 7.500-4.300c1.300-2.300 1.200-4.800.2-7" />
    </>
  ),
  laugh: (
    <>
      <path d={face} />
      <path d="M7.700 10.400c.9-1.300 2.300-1.300 3.200 0M13.100 10.400c.9-1.300 2.300-1.300 3.200 0M8.600 13.600h6.800c-.2 2.300-1.500 3.700-3.400 3.700s-3.200-1.400-3.400-3.700Z" />
    </>
  ),
  wow: (
    <>
      <path d={face} />
      <path d="M7.600 7.700c.9-.7 2-.7 2.900-.1M13.500 7.600c.9-.6 2-.6 2.900.1M9.200 10.600v.2M14.800 10.600v.2" />
      <ellipse cx="12" cy="15.200" rx="1.900" ry="2.300" />
    </>
  ),
  angry: (
    <>
      <path d={face} />
      <path d="m7.400 8.600 3.300 1.700M16.600 8.600l-3.300 1.700M8.900 12v.2M15.100 12v.2M9 16.800c1.700-1.500 4.300-1.500 6 0" />
    </>
  ),
};

/** The sign of a reaction; decoration beside its name, so hidden from screen readers. */
export function Mark({ of, size = 20 }: { of: Reaction; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.600"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className="flex-none"
    >
      {drawings[of]}
    </svg>
  );
}

/** A face that has no expression yet, and a plus: the way to all the others. */
export function ReactIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="19"
      height="19"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.600"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M18.600 11.800c-.5 4.700-3.100 8.400-6.600 8.400-3.800 0-6.600-4.400-7-9.500-.3-4.200 2.200-7.100 7-7.100.9 0 1.700.1 2.400.3M8.700 10.400v.3M14.300 10.400v.3M9.500 15.200c1.500.9 3 .9 4.500 0M19 3v6M16 6h6" />
    </svg>
  );
}
