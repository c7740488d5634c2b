/** An answer that was put together as JSON out of ready parts: it is sent as it is. */
export class ReadyJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** The JSON of an answer. */
export const jsonOf = (value: unknown): string =>
  value instanceof ReadyJson ? value.text : JSON.stringify(value);
