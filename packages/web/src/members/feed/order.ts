import type { FeedOrder } from '@teahouse/contract/members';
import { useState } from 'react';

const key = 'teahouse.feed-order';

/** The order in which this device shows the feed; nobody else knows it. */
export function useFeedOrder(): [FeedOrder, (order: FeedOrder) => void] {
  const [order, setOrder] = useState<FeedOrder>(() =>
    localStorage.getItem(key) === 'newest' ? 'newest' : 'ranked',
  );
  return [
    order,
    (next) => {
      localStorage.setItem(key, next);
      setOrder(next);
    },
  ];
}
