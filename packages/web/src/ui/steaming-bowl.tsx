/** An empty table with a bowl that still steams: what stands where nothing is yet. */
export function SteamingBowl() {
  return (
    <svg
      viewBox="25 10 70 70"
      width="84"
      height="84"
      aria-hidden="true"
      focusable="false"
      className="text-celadon"
    >
      <g
        className="steam"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        opacity=".7"
      >
        <path d="M48 34c-4-5 4-8 0-14" />
        <path d="M60 31c-4-6 4-9 0-16" />
        <path d="M72 34c-4-5 4-8 0-14" />
      </g>
      <path
        d="M34 42h52c.5 15-6.500 26-17 29H51c-10.500-3-17.500-14-17-29Z"
        fill="currentColor"
        opacity=".18"
      />
      <path
        d="M34 42h52c.5 15-6.500 26-17 29H51c-10.500-3-17.500-14-17-29ZM26 78h68"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
