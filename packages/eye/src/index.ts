export { createEye, type Eye, type EyeOptions, type LookedAt } from './eye.ts';
export { distance, type KnownPictures, makeKnownPictures } from './hash/known.ts';
export { EyeKind, EyeReason, EyeVerdict, eyeKinds, eyeVerdicts, PictureHash, SeenPicture } from './kinds.ts';
export { eyeLimits } from './limits.ts';
export { readScannerAddress, ScannerAddressError } from './scan/address.ts';
export { createScanner, type Scan, type Scanner } from './scan/scanner.ts';
