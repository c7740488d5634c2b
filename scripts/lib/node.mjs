import { existsSync } from 'node:fs';
import path from 'node:path';

/** The oldest Node that strips types without being told to, and on which the whole test suite was seen to pass. */
const OLDEST = [22, 22];

/**
 * @param {string} version such as `24.21.0`
 * @returns {boolean} whether this Node can run the TypeScript of the project
 */
export function isGoodNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/**
 * The Node that came with the packages (an optional dependency for each platform).
 * @param {string} root of the project
 * @returns {string} path of the program; ends the process with words when the platform has none
 */
export function goodNode(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  if (existsSync(found)) return found;
  console.error(
    `Teahouse needs Node ${OLDEST.join('.')} or newer. This is Node ${process.versions.node}, and none comes with ` +
      `the packages for ${process.platform}-${process.arch}: please install Node 24.`,
  );
  process.exit(1);
}
