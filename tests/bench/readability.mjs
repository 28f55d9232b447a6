// Copyright 2026 The Sayso Authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// readability.mjs FOLDER PAGES: reads the pages of a folder again and again with Readability.js and linkedom, and prints
// megabytes of markup a second of processor time.

import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const { Readability } = require('@mozilla/readability');
const { parseHTML } = require('linkedom');

const [folder, count] = process.argv.slice(2);
const pages = readdirSync(folder).filter(name => name.endsWith('.html')).map(name => readFileSync(join(folder, name)));
const start = process.cpuUsage();
let bytes = 0;

for (let i = 0; i < Number(count); i++) {
  const page = pages[i % pages.length];
  new Readability(parseHTML(page.toString('utf8')).document).parse();
  bytes += page.length;
}
const { user, system } = process.cpuUsage(start);
console.log((bytes / (user + system)).toFixed(2));
