// Exists only in the build, as for the plugin.

declare module 'namesake-wasm:base64' {
  /** The WebAssembly binary in standard base64. */
  const base64: string;
  export default base64;
}
