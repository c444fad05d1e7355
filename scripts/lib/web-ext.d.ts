/** The part of web-ext that is used here; the package brings no types. */
declare module "web-ext" {
  interface RunOptions {
    sourceDir: string;
    target: Array<"chromium" | "firefox-desktop">;
    chromiumBinary?: string;
    firefox?: string;
    /** For the browser's command line. */
    args?: string[];
    startUrl: string[];
    noInput: boolean;
    noReload: boolean;
  }
  interface Runner {
    registerCleanup(callback: () => void): void;
  }
  const webExt: {
    cmd: { run(options: RunOptions, behaviour: { shouldExitProgram: boolean }): Promise<Runner> };
  };
  export default webExt;
}
