// Modules that exist only in the build: esbuild plugins put the worker and the WebAssembly bytes inside main.js,
// because the community directory installs nothing else.

declare module 'inline-worker:*' {
  /** The bundled worker as the text of a classic script. */
  const source: string;
  export default source;
}

declare module 'namesake-wasm:packed' {
  /** The WebAssembly binary, gzip in base64. */
  const packed: string;
  export default packed;
}
