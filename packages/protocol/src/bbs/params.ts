/**
 * Parameters of the ciphersuite BLS12-381-SHA-256 (draft-irtf-cfrg-bbs-signatures, "Ciphersuites")
 * under the pseudonym interface (draft-irtf-cfrg-bbs-per-verifier-linkability, "BBS Pseudonym Interface").
 */
const CIPHERSUITE_ID = 'BBS_BLS12381G1_XMD:SHA-256_SSWU_RO_';

/** Identifier of the interface: signer's generators and every hash are separated by it. */
export const API_ID = `${CIPHERSUITE_ID}H2G_HM2S_PSEUDONYM_`;
/** Identifier under which the generators of the prover's committed messages are made. */
export const BLIND_API_ID = `BLIND_${API_ID}`;

export const HASH_TO_SCALAR_DST = `${API_ID}H2S_`;
export const MAP_TO_SCALAR_DST = `${API_ID}MAP_MSG_TO_SCALAR_AS_HASH_`;
/** Tag of z, the point at which the polynomial of the nym secrets is evaluated. */
export const NYM_VECTOR_DST = `${API_ID}VECT_NYM_SECRETS`;
export const KEYGEN_DST = `${CIPHERSUITE_ID}KEYGEN_DST_`;

/** Octets of a scalar, a compressed point of G1, a compressed point of G2. */
export const SCALAR_LENGTH = 32;
export const POINT_LENGTH = 48;
export const PUBLIC_KEY_LENGTH = 96;
export const SIGNATURE_LENGTH = POINT_LENGTH + SCALAR_LENGTH;
/** Octets that are reduced to one scalar: ceil((ceil(log2 r) + 128) / 8). */
export const EXPAND_LENGTH = 48;

/** Order r of G1 and G2. */
export const ORDER = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n;

/** P1, the fixed point of G1 of the suite, compressed. */
export const P1_HEX =
  'a8ce256102840821a3e94ea9025e4662b205762f9776b3a766c872b948f1fd225e7c59698588e70d11406d161b4e28c9';

/** More than any credential here needs; keeps a wrong count from generating points without end. */
export const MAX_MESSAGES = 256;
