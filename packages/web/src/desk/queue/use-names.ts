import { useQuery } from '@tanstack/react-query';
import { useName } from '../../ui/use-name.ts';
import { roomsQuery } from '../data/queries.ts';

/** The name of a room in the language on the screen; its id until the list has come. */
export function useRoomName(): (id: string) => string {
  const name = useName();
  const { data } = useQuery(roomsQuery);
  return (id) => {
    const room = data?.find((one) => one.id === id);
    return room ? name(room.name) : id;
  };
}
