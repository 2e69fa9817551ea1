// Finds the browsers and drivers that the tests can use, writes them to the JSON
// file named by the one argument, and says in plain words which are missing.
//
// Shape: { "chromium": {"binary", "driver"}, "firefox": {"binary", "driver"},
//          "webkit": {"binary", "driver", "xvfb"}, "missing": {"<name>": "why"} }
// with absolute paths; a browser stands either at its name or under "missing".
// CHROMIUM, CHROMEDRIVER, FIREFOX, GECKODRIVER, WEBKITWEBDRIVER, MINIBROWSER and
// XVFB in the environment come before what is on PATH.

import { accessSync, constants, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import process from 'node:process';

/** @param {string} file */
function runnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The first of `candidates` that can be run: an absolute path as it is, a bare name from PATH.
 * @param {string} variable an environment variable that comes first
 * @param {string[]} candidates
 * @returns {string | undefined}
 */
function find(variable, candidates) {
  const folders = (process.env[variable] ? '' : (process.env.PATH ?? '')).split(delimiter).filter(Boolean);
  for (const name of process.env[variable] ? [process.env[variable]] : candidates) {
    if (name.includes('/') || name.includes('\\')) {
      if (runnable(name)) return resolve(name);
      continue;
    }
    for (const folder of folders) {
      for (const file of process.platform === 'win32' ? [`${name}.exe`] : [name]) {
        if (runnable(join(folder, file))) return join(folder, file);
      }
    }
  }
  return undefined;
}

/** WebKitGTK's bare browser, which lies in the library's own folder and not on PATH. */
function miniBrowsers() {
  const found = [];
  for (const lib of ['/usr/lib', '/usr/lib64', '/usr/libexec']) {
    let folders = /** @type {string[]} */ ([]);
    try {
      folders = readdirSync(lib);
    } catch {
      continue;
    }
    for (const folder of ['', ...folders.filter((name) => name.endsWith('-linux-gnu'))]) {
      for (const version of ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0']) {
        found.push(join(lib, folder, version, 'MiniBrowser'));
      }
    }
  }
  return found;
}

const applications = '/Applications';
/** @type {Record<string, Record<string, [string | undefined, string]>>} */
const wanted = {
  chromium: {
    binary: [
      find('CHROMIUM', [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        `${applications}/Chromium.app/Contents/MacOS/Chromium`,
        `${applications}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      ]),
      "Chromium or Chrome (Debian's package chromium)",
    ],
    driver: [
      find('CHROMEDRIVER', ['chromedriver', '/usr/lib/chromium-browser/chromedriver']),
      "chromedriver of the browser's version (Debian's package chromium-driver)",
    ],
  },
  firefox: {
    binary: [
      find('FIREFOX', ['firefox-esr', 'firefox', `${applications}/Firefox.app/Contents/MacOS/firefox`]),
      "Firefox (Debian's package firefox-esr)",
    ],
    driver: [find('GECKODRIVER', ['geckodriver']), 'geckodriver (cargo install geckodriver)'],
  },
  webkit: {
    binary: [find('MINIBROWSER', miniBrowsers()), "WebKitGTK's MiniBrowser (Debian's package webkit2gtk-driver)"],
    driver: [find('WEBKITWEBDRIVER', ['WebKitWebDriver']), "WebKitWebDriver (Debian's package webkit2gtk-driver)"],
    xvfb: [find('XVFB', ['Xvfb']), "Xvfb (Debian's package xvfb)"],
  },
};

/** @type {Record<string, any>} */
const found = { missing: {} };
for (const [name, parts] of Object.entries(wanted)) {
  const absent = Object.values(parts).filter(([path]) => path === undefined);
  if (absent.length > 0) {
    found.missing[name] = `missing: ${absent.map(([, what]) => what).join('; ')}`;
    console.log(`khulasa: no tests in ${name}: ${found.missing[name]}`);
  } else {
    found[name] = Object.fromEntries(Object.entries(parts).map(([part, [path]]) => [part, path]));
  }
}

writeFileSync(process.argv[2], `${JSON.stringify(found, null, 2)}\n`);
const missing = Object.keys(found.missing);
if (missing.length > 0 && process.env.CI) {
  console.error(`khulasa: in CI every browser has to be tested, and these are not here: ${missing.join(', ')}`);
  process.exit(1);
}
