/* ECMAScript 2026, which the browsers of the journeys have; the project's library of types is that of 2023. */
interface Uint8Array {
  toBase64(): string;
  toHex(): string;
}
interface Uint8ArrayConstructor {
  fromBase64(text: string): Uint8Array<ArrayBuffer>;
}
