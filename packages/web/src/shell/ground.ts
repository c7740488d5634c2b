/** On which ground a page stands: it decides the colours, what the header shows, and whether a name may appear. */
export type Ground = 'talk' | 'members' | 'desk';
declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    ground?: Ground;
  }
}
