/** A face that is not painted yet: its outline is being drawn while the proof is made. */
export function Unpainted({ size }: { size: number }) {
  return (
    <svg
      className="mask unpainted"
      viewBox="0 0 64 72"
      width={size}
      height={(size * 72) / 64}
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M32 3C51 3 60 16 59 34C58 54 46 69 32 69C18 69 6 54 5 34C4 16 13 3 32 3Z"
        className="fill-paper-2 stroke-celadon"
        strokeWidth="1.2"
        pathLength="100"
      />
      <path
        d="M13 34C17 30 24 30 27 35M51 34C47 30 40 30 37 35M26 57Q32 60 38 57M32 38V47"
        className="stroke-celadon"
        strokeWidth="1.2"
        strokeLinecap="round"
        fill="none"
        pathLength="100"
      />
    </svg>
  );
}
