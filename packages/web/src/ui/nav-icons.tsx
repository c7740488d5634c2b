import type { ReactNode } from 'react';

/** Line icons on a grid of 24; decoration beside words, so hidden from screen readers. Here are those of the first page. */
export function Icon({ children, size = 22 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
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
}

export const SquareIcon = () => (
  <Icon>
    <path d="M4 12c0-3 3.500-5 8-5s8 2 8 5-3.500 5-8 5c-1 0-2-.1-2.900-.3L5 19l.9-3.200C4.700 14.800 4 13.500 4 12Z" />
  </Icon>
);
export const RoomsIcon = () => (
  <Icon>
    <path d="M4 20V9l8-5 8 5v11M4 20h16M9.500 20v-6h5v6" />
  </Icon>
);
export const PenIcon = () => (
  <Icon>
    <path d="M4.500 19.500 6 15 15.500 5.500a2.100 2.100 0 0 1 3 3L9 18l-4.500 1.500ZM13.500 7.500l3 3" />
  </Icon>
);
export const MaskIcon = () => (
  <Icon>
    <path d="M12 3.500c5 0 7.500 3 7.200 7.300C18.900 16 16 20.500 12 20.500S5.100 16 4.800 10.800C4.500 6.500 7 3.500 12 3.500Z" />
    <path d="M7.800 11.500c1.200-1 2.500-1 3.200.3M16.200 11.500c-1.200-1-2.500-1-3.200.3M10 16.300c1.300.8 2.700.8 4 0" />
  </Icon>
);
export const DoorIcon = () => (
  <Icon>
    <path d="M6 20.500V4.800c0-.7.5-1.300 1.200-1.300h9.600c.7 0 1.200.6 1.200 1.300v15.700M4 20.500h16M14.500 12v1" />
  </Icon>
);
export const SunIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="3.800" />
    <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400" />
  </Icon>
);
export const MoonIcon = () => (
  <Icon>
    <path d="M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z" />
  </Icon>
);
export const SearchIcon = () => (
  <Icon>
    <circle cx="10.800" cy="10.800" r="6.300" />
    <path d="m15.500 15.500 4.500 4.500" />
  </Icon>
);
export const PollIcon = () => (
  <Icon size={17}>
    <path d="M5 6h14M5 12h9M5 18h5" />
  </Icon>
);
export const PictureIcon = () => (
  <Icon size={17}>
    <path d="M4.500 5.500h15v13h-15zM4.500 16l4.500-4.500 4 4 2.500-2.500 4 3.500" />
  </Icon>
);
