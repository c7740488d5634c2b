import { Icon } from '../../ui/nav-icons.tsx';

/* Icons of the feed alone, and of the bell. */

export const BellIcon = () => (
  <Icon>
    <path d="M6.500 16.500V11a5.500 5.500 0 0 1 11 0v5.500l1.500 1.500H5zM10 20.500h4" />
  </Icon>
);
export const FeedIcon = () => (
  <Icon>
    <path d="M5 5h14v14H5zM8.500 9h7M8.500 12.500h7M8.500 16h4" />
  </Icon>
);
export const LikeIcon = () => (
  <Icon size={19}>
    <path d="M12 19.500S4.500 15 4.500 9.700A3.900 3.900 0 0 1 12 8a3.900 3.900 0 0 1 7.500 1.700c0 5.300-7.500 9.800-7.500 9.800Z" />
  </Icon>
);
export const CelebrateIcon = () => (
  <Icon size={19}>
    <path d="M12 4v3M12 17v3M4 12h3M17 12h3M6.500 6.500l2 2M15.500 15.500l2 2M17.500 6.500l-2 2M8.500 15.500l-2 2" />
  </Icon>
);
export const InsightfulIcon = () => (
  <Icon size={19}>
    <path d="M9 17.500c0-2-2.500-3.500-2.500-7a5.500 5.500 0 0 1 11 0c0 3.500-2.500 5-2.500 7zM10 20.500h4" />
  </Icon>
);
export const SupportIcon = () => (
  <Icon size={19}>
    <path d="M12 20v-8M12 12c0-3.500-2.500-6-7-6 0 4 2.500 6 7 6ZM12 14c0-3 2-5 6.500-5 0 3.500-2.500 5-6.500 5Z" />
  </Icon>
);
export const EveryoneIcon = () => (
  <Icon size={14}>
    <circle cx="12" cy="12" r="8.500" />
    <path d="M3.500 12h17M12 3.500c3 2.500 3 14.500 0 17M12 3.500c-3 2.500-3 14.500 0 17" />
  </Icon>
);
export const ConnectionsIcon = () => (
  <Icon size={14}>
    <circle cx="9" cy="9" r="3.500" />
    <path d="M3 19c0-3 2.500-5 6-5s6 2 6 5M15.500 6a3.200 3.200 0 0 1 0 6M17.500 14.500c2.200.7 3.500 2.300 3.500 4.500" />
  </Icon>
);
