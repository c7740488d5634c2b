// Types for the tests: node.mjs itself must run on a Node that knows none.
export function isGoodNode(version: string): boolean;
export function goodNode(root: string): string;
