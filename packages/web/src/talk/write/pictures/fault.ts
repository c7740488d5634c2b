/** Why a file cannot become a picture of a post. Words for each: picture-words.ts. */
export type PictureFaultCode =
  | 'picture-kind'
  | 'picture-too-large'
  | 'picture-unreadable'
  | 'picture-altered'
  | 'picture-twice'
  | 'picture-count'
  /** The encoder could not be fetched. */
  | 'offline'
  | 'internal';

/** Thrown while a picture is prepared. Holds nothing of the file: not even its name. */
export class PictureFault extends Error {
  readonly code: PictureFaultCode;
  constructor(code: PictureFaultCode) {
    super(code);
    this.name = 'PictureFault';
    this.code = code;
  }
}
