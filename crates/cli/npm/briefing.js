#!/usr/bin/env node
// The command `briefing` of npm's package: runs the program in the package for this platform, which npm has installed
// beside this one as an optional dependency.
"use strict";

const { spawn } = require("node:child_process");
const process = require("node:process");
const { name, optionalDependencies } = require("../package.json");

const platform = `${process.platform}-${process.arch}`;

/** Ends with a message, and what to do. */
function fail(problem, advice) {
  console.error(`briefing: ${problem}\n  ${advice}`);
  process.exit(1);
}

/** The path of the program, or the end. */
function findProgram() {
  const wanted = Object.keys(optionalDependencies).find((dependency) => dependency.endsWith(`/${platform}`));
  if (!wanted) {
    const known = Object.keys(optionalDependencies).map((dependency) => dependency.split("/")[1]);
    fail(
      `there is no package of the program for ${platform}, only for ${known.join(", ")}`,
      "Build the program from its sources: cargo xtask program",
    );
  }
  const program = `${wanted}/bin/briefing${process.platform === "win32" ? ".exe" : ""}`;
  try {
    return require.resolve(program);
  } catch {
    fail(
      `the package ${wanted} is not installed, which has the program for ${platform}`,
      `Install ${name} again with optional dependencies, on the system on which it is to run. On Linux the program needs glibc.`,
    );
  }
}

const program = findProgram();
const child = spawn(program, process.argv.slice(2), { stdio: "inherit", windowsHide: true });
child.on("error", (error) => fail(`${program} does not start: ${error.message}`, `Install ${name} again.`));
// The terminal sends an interrupt to both. `briefing serve` then ends by itself, and this after it.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  } else {
    process.exitCode = code;
  }
});
