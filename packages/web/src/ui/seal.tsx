/** The house's seal: a covered bowl with a face. */
export function Seal({ size = 34 }: { size?: number }) {
  return (
    <svg viewBox="0 0 64 64" width={size} height={size} aria-hidden="true" focusable="false">
      <rect width="64" height="64" rx="13" className="fill-celadon" />
      <g className="fill-paper">
        <path d="M28.800 15.200a3.200 2.700 0 0 1 6.400 0c0 1.200-.7 1.900-.9 2.900h-4.600c-.2-1-.9-1.700-.9-2.900Z" />
        <path d="M14.800 26.900C17.300 21.400 24 18.900 32 18.900s14.700 2.500 17.200 8c.3.700-.1 1.300-.9 1.300H15.700c-.8 0-1.200-.6-.9-1.300Z" />
        <path d="M13 31.200h38c.4 8.700-5.200 16.100-12.500 17.600h-13C18.200 47.300 12.600 39.900 13 31.200Z" />
        <path d="M12.200 51h39.600c.9 0 1.200.8.6 1.400-1.200 1.200-3 1.800-5 1.800H16.600c-2 0-3.800-.6-5-1.800-.6-.6-.3-1.400.6-1.400Z" />
      </g>
      <path
        d="M22.500 37c2.400-1.800 5-1.800 7-.2M34.500 36.800c2-1.600 4.600-1.600 7 .2M29 43.600c1.900 1.100 4.100 1.100 6 0"
        fill="none"
        className="stroke-celadon"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}
