// This module exists in the build only, as it does for the plugin.

declare module 'namesake-wasm:packed' {
  /** The WebAssembly binary, gzip in base64. */
  const packed: string;
  export default packed;
}
