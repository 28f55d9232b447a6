// Copyright 2026 The Sayso Authors
// SPDX-License-Identifier: GPL-3.0-or-later
// check.mjs FOLDER SCHEMA MODULES: reads the exports in FOLDER with what npm has for them; prints a line a format.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, schema, modules] = process.argv.slice(2);
const require = createRequire(join(modules, "check.cjs"));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const read = (name) => readFileSync(join(folder, name), "utf8");
const everything = JSON.parse(read("all.json"));
const dated = everything.events.filter((event) => event.earliest || event.latest).length;

function equal(is, should, what) {
  if (is !== should)
    throw new Error(`${what}: ${is}, not ${should}`);
}

const checks = {
  async json() {
    const Ajv = (await load("ajv/dist/2020.js")).default;
    const ajv = new (Ajv.default ?? Ajv)({ allErrors: true });
    if (!ajv.validate(JSON.parse(readFileSync(schema, "utf8")), everything))
      throw new Error(ajv.errorsText());
    return `${everything.changes.length} changes`;
  },

  async followthemoney() {
    const { Model, defaultModel } = await load("@alephdata/followthemoney");
    const model = new Model(defaultModel);
    const entities = read("all.ftm.json").trim().split("\n").map((line) => JSON.parse(line));
    const schemata = new Map(entities.map(({ id, schema }) => [id, model.getSchema(schema)]));
    for (const data of entities) {
      const entity = model.getEntity(data);
      for (const name of entity.schema.required ?? [])
        if (!entity.hasProperty(name))
          throw new Error(`${data.schema} ${data.id} has no ${name}`);
      for (const [name, values] of Object.entries(data.properties)) {
        const property = entity.schema.getProperty(name);
        equal(entity.getProperty(name).length, values.length, `${data.schema}.${name}`);
        for (const value of property.type.isEntity ? values : []) {
          const other = schemata.get(value);
          if (!other?.isA(property.getRange().name))
            throw new Error(`${data.schema}.${name} is about a ${other?.name}`);
        }
      }
    }
    return `${entities.length} entities`;
  },

  async timelinejs() {
    const { JSDOM } = await load("jsdom");
    const { window } = new JSDOM("<div id='timeline' style='width:800px;height:600px'></div>", {
      runScripts: "outside-only", pretendToBeVisual: true, url: "https://example.org/" });
    window.matchMedia = () => ({ matches: false, addListener() {}, addEventListener() {} });
    window.eval(readFileSync(require.resolve("@knight-lab/timelinejs/dist/js/timeline.js"), "utf8"));
    const timeline = window.eval(`new TL.Timeline("timeline", ${read("all.timeline.json")})`);
    for (let i = 0; i < 50 && !timeline.config; i++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const { config } = timeline;
    equal(config.getErrors("; "), "", "errors");
    equal(config.events.length, dated, "events");
    window.close();
    return `${config.events.length} events`;
  },

  async gexf() {
    const { MultiDirectedGraph } = require("graphology");
    const graph = require("graphology-gexf").parse(MultiDirectedGraph, read("all.gexf"));
    equal(graph.order, everything.actors.length, "nodes");
    equal(graph.size, everything.relations.length, "edges");
    for (const { id, title } of everything.actors)
      equal(graph.getNodeAttribute(`a${id}`, "label"), title, "a label");
    for (const { subject, object } of everything.relations)
      if (!graph.hasDirectedEdge(`a${subject}`, `a${object}`))
        throw new Error(`no edge from ${subject} to ${object}`);
    return `${graph.order} nodes, ${graph.size} edges`;
  },

  async icalendar() {
    const ICAL = (await load("ical.js")).default;
    const calendar = new ICAL.Component(ICAL.parse(read("all.ics")));
    const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
    equal(events.length, dated, "events");
    for (const event of events)
      if (!event.summary || (event.startDate && event.endDate && event.startDate.compare(event.endDate) >= 0))
        throw new Error(`${event.uid}: ${event.summary}, ${event.startDate} to ${event.endDate}`);
    return `${events.length} events`;
  },

  async markdown() {
    const MarkdownIt = (await load("markdown-it")).default;
    const html = new MarkdownIt({ html: true }).render(read("all.md"));
    const headings = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map((match) => match[1]);
    for (const heading of ["Chronology", "Claims", "Actors", "Articles"])
      if (!headings.some((text) => text.startsWith(heading)))
        throw new Error(`no heading “${heading}” among ${headings.join(", ")}`);
    if (/<script/i.test(html))
      throw new Error("a script came through");
    return `${headings.length} headings`;
  },

  async html() {
    const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
    try {
      execFileSync("java", ["-jar", jar, "--Werror", join(folder, "all.html")], { stdio: ["ignore", "ignore", "pipe"] });
    } catch (error) {
      if (error.code === "ENOENT")
        return "absent: java";
      throw new Error(error.stderr.toString());
    }
    return "no errors, no warnings";
  },
};

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    console.log(`ok - ${name}: ${await check()}`);
  } catch (error) {
    failed++;
    console.log(`not ok - ${name}: ${error.message}`);
  }
}
process.exit(failed ? 1 : 0);
