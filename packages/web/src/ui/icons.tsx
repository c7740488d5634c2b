import { Icon } from './nav-icons.tsx';

/* Icons of pages that are loaded when they are opened. Those of the first page: nav-icons.tsx. */

export const ReplyIcon = () => (
  <Icon size={17}>
    <path d="m9 6-5 5 5 5M4.500 11H14c3.500 0 6 2.300 6 6v1.500" />
  </Icon>
);
export const ProofIcon = () => (
  <Icon size={17}>
    <path d="M5.500 5.500h13v13h-13zM9 12.200l2.200 2.200 4-4.500" />
  </Icon>
);
export const ShareIcon = () => (
  <Icon size={17}>
    <path d="M12 15V4M7.500 8 12 3.500 16.500 8M5 12.500v7h14v-7" />
  </Icon>
);
export const FlagIcon = () => (
  <Icon size={17}>
    <path d="M6 20.500V4.500h11l-2.500 4 2.500 4H6" />
  </Icon>
);
export const PencilIcon = () => (
  <Icon size={17}>
    <path d="M5 19l1-4.500L15.500 5 19 8.500 9.500 18zM13.500 7l3.500 3.500" />
  </Icon>
);
export const TakeBackIcon = () => (
  <Icon size={17}>
    <path d="M8 4.500 4 8.500l4 4M4.500 8.500H14a5.500 5.500 0 0 1 0 11H8" />
  </Icon>
);
export const DownIcon = () => (
  <Icon size={17}>
    <path d="M12 5v13M6.500 13 12 18.500 17.500 13" />
  </Icon>
);
export const CheckIcon = () => (
  <Icon size={18}>
    <path d="m5 12.500 4.500 4.500L19 7.500" />
  </Icon>
);
export const CopyIcon = () => (
  <Icon size={18}>
    <path d="M9 8.500h9.500V20H9zM6 15.500V4.500h9.500" />
  </Icon>
);
export const CloseIcon = () => (
  <Icon size={18}>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);
export const TokenIcon = () => (
  <Icon size={17}>
    <circle cx="12" cy="12" r="8" />
    <path d="M9.500 9.500h5v5h-5z" />
  </Icon>
);
export const LockIcon = () => (
  <Icon size={20}>
    <path d="M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 14.500v2" />
  </Icon>
);
export const DevicesIcon = () => (
  <Icon>
    <path d="M4 6.500h13v9H4zM2.500 18.500h12M17.500 10H21v8.500h-3.500z" />
  </Icon>
);
export const SlidersIcon = () => (
  <Icon>
    <path d="M4 7.500h8M17 7.500h3M4 16.500h3M12 16.500h8" />
    <circle cx="14.500" cy="7.500" r="2.300" />
    <circle cx="9.500" cy="16.500" r="2.300" />
  </Icon>
);
export const HelpIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.500" />
    <path d="M9.800 9.800c.2-1.300 1-2 2.300-2s2.200.8 2.200 2c0 1.700-2.200 1.900-2.200 3.700M12 16.400v.1" />
  </Icon>
);
export const InboxIcon = () => (
  <Icon>
    <path d="M4 13.500 6.800 5.500h10.400L20 13.500v5H4zM4 13.500h4.500l1.300 2.500h4.400l1.300-2.500H20" />
  </Icon>
);
export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8.500" r="4" />
    <path d="M4.500 20c.8-4 3.500-6 7.500-6s6.700 2 7.500 6" />
  </Icon>
);
export const PeopleIcon = () => (
  <Icon>
    <circle cx="9" cy="9" r="3.500" />
    <path d="M3 19.500c.6-3.400 2.700-5 6-5s5.400 1.600 6 5M15.500 5.800a3.300 3.300 0 0 1 0 6.400M17.500 14.800c2 .6 3.100 2.100 3.500 4.700" />
  </Icon>
);
