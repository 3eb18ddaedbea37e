// The packed package in an empty folder, as somebody who installed it uses it in Node.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import {
  catalogue,
  decodeLink,
  encodeLink,
  evaluate,
  exportFile,
  grid,
  openFile,
  simulate,
  tornado,
  version,
} from "offtake";
import * as all from "offtake";

const text = ({ bytes }) => new TextDecoder().decode(bytes);

test("what is exported is what is tried here", () => {
  const starters = ["default", "initSync"];
  const functions = Object.keys(all).filter((name) => !starters.includes(name));
  assert.deepEqual(functions.sort(), [
    "catalogue", "decodeLink", "encodeLink", "evaluate", "exportFile", "grid", "openFile", "simulate", "tornado", "version",
  ]);
});

test("versions and catalogue agree", () => {
  const { model, data } = version();
  const { model_version, data_version, inputs, scenarios } = catalogue();
  assert.deepEqual([model, data], [model_version, data_version]);
  assert.equal(inputs.find(({ key }) => key === "commit_margin").default, 0.3);
  assert.deepEqual(inputs.find(({ key }) => key === "lens").options.map(({ id }) => id), ["margin", "capex"]);
  assert.deepEqual(scenarios.map(({ id }) => id), ["base", "A", "B", "C"]);
});

test("the default deal, a changed one, several, and plain flows", () => {
  assert.equal(evaluate().npv_b.toFixed(3), "-0.666");
  assert.equal(evaluate({ scenario: "A" }).npv_b.toFixed(3), "15.882");
  assert.deepEqual(evaluate([{}, { scenario: "C" }]).map(({ irr_status }) => irr_status), ["unique", "all_outflow"]);
  assert.deepEqual(evaluate({ model: "irr", flows: [-100, 230, -132] }).irr_roots.map((rate) => rate.toFixed(6)), ["0.100000", "0.200000"]);
  assert.equal(evaluate({ commit_total_b: 0 }).break_even.adoption_ceiling, null);
});

test("analyses ask around inputs", () => {
  assert.equal(tornado().bars[0].name, "milestone_prob");
  assert.notEqual(tornado({ scenario: "B" }).base_npv_b, tornado().base_npv_b);
  const { npv_b } = grid({ x: "commit_margin", y: "adoption_ceiling", xs: [0.1, 0.3], ys: [0.3] });
  assert.equal(npv_b[0][1], evaluate().npv_b);
});

test("the simulation tells how far it is, repeats itself and can be called off", async () => {
  const heard = [];
  const one = await simulate({ draws: 2000 }, (done, draws) => heard.push([done, draws]));
  assert.equal(one.npv_p50_b.toFixed(2), "-2.32");
  assert.deepEqual(heard.at(-1), [2000, 2000]);
  assert.deepEqual(await simulate({ draws: 2000 }), one);
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")), 20);
  await assert.rejects(simulate({ draws: 1_000_000 }, undefined, stop.signal), /enough/);
  let calls = 0;
  const failing = () => {
    calls += 1;
    throw new Error("mine");
  };
  await assert.rejects(simulate({ draws: 2000 }, failing), /mine/);
  await new Promise((done) => setTimeout(done, 50));
  assert.equal(calls, 1, "work that was ended goes on");
});

test("all faults are thrown at once, each with its place", async () => {
  const faults = ({ faults }) => {
    assert.deepEqual(faults.map(({ key }) => key), ["commit_margin", "comit_years", "arr0_b"]);
    assert.deepEqual(faults[0], {
      index: null, key: "commit_margin", value: "9", limit: { min: -1, max: 1 },
      message: "commit_margin: 9 is not a number from -1 to 1",
    });
    assert.match(faults[1].message, /nearest one is commit_years/);
    assert.match(faults[2].message, /NaN/);
    return true;
  };
  assert.throws(() => evaluate({ commit_margin: 9, comit_years: 1, arr0_b: NaN }), faults);
  assert.throws(() => tornado({ model: "grid" }), ({ faults }) => faults[0].key === "model");
  assert.throws(() => evaluate("nonsense"), ({ faults }) => faults.length === 1);
  assert.throws(
    () => exportFile("pdf", "margn=0.5&s=Z&utm_source=letter", { draws: 0, pages: "" }),
    ({ faults }) => assert.deepEqual(faults.map(({ key }) => key), ["kind", "s", "margn", "pages", "draws"]) ?? true,
  );
  await assert.rejects(simulate({ draws: 0.5 }), ({ faults }) => faults[0].key === "draws");
});

test("links and files lead back to the state", () => {
  const query = encodeLink({ scenario: "B", inputs: { commit_margin: 0.2 }, stake: "at_cost", pins: [{ name: "thin", scenario: "B" }] });
  const { state, ignored } = decodeLink(`https://example.org/offtake/?${query}&nonsense=1`);
  assert.deepEqual(ignored.map(({ key }) => key), ["nonsense"]);
  assert.equal(encodeLink(state), query);
  assert.equal(state.inputs.commit_margin, 0.2);
  const saved = exportFile("json", query, { page: "https://example.org/offtake/" });
  assert.deepEqual([saved.name, saved.type], ["offtake.json", "application/json"]);
  assert.equal(openFile(text(saved)), query);
  assert.equal(JSON.parse(text(saved)).outcome.npv_b, evaluate({ scenario: "B", commit_margin: 0.2 }).npv_b);
  assert.throws(() => openFile('{"inputs": {"commit_margin": 9}}'), ({ faults }) => faults[0].key === "inputs.commit_margin");
});

test("the largest seed goes in and out", async () => {
  const seed = 2 ** 53;
  assert.equal(decodeLink(`seed=${seed}`).state.simulation.seed, seed);
  assert.match(encodeLink({ simulation: { seed } }), new RegExp(`seed=${seed}`));
  assert.equal((await simulate({ draws: 10, seed })).seed, seed);
  await assert.rejects(simulate({ draws: 10, seed: seed + 2 }), ({ faults }) => faults[0].limit.max === seed);
});

test("every kind of file is made", () => {
  const own = { lab: ["obligations.csv", "burden.csv"], buyer: ["contract.csv", "usage.csv", "exposure.csv"] };
  for (const [side, kinds] of Object.entries(own)) {
    for (const kind of [...kinds, "xlsx", "years.csv", "tornado.csv", "grid.csv"]) {
      assert.ok(exportFile(kind, `side=${side}`).bytes.length > 200, `${side} ${kind}`);
    }
    assert.throws(() => exportFile("cash.csv", `side=${side}`), ({ message, faults }) => {
      assert.match(message, /does not belong to the side/);
      return faults[0].key === "kind" && faults[0].limit.includes(kinds[0]) && !faults[0].limit.includes("cash.csv");
    });
  }
  for (const kind of ["xlsx", "json", "inputs.csv", "years.csv", "cash.csv", "share.csv", "bridge.csv", "ladder.csv", "grid.csv", "tornado.csv", "simulation.csv", "gigawatts.csv", "deals.csv"]) {
    const { name, bytes } = exportFile(kind);
    assert.ok(bytes.length > 200, kind);
    assert.ok(name.endsWith(kind.split(".").at(-1)), name);
  }
  assert.ok(text(exportFile("simulation.csv", "", { draws: 500 })).length > 500);
  assert.throws(() => exportFile("pdf"), ({ faults }) => faults[0].limit.includes("xlsx"));
});

/** What somebody may hand over by mistake, and whether it may stand where an object is asked for. */
const wrong = () => {
  const cyclic = {};
  cyclic.inputs = cyclic;
  const refuses = () => {
    throw new Error("mine");
  };
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  return {
    number: 5, notANumber: NaN, text: "nonsense", yes: true, array: [5], function: () => 1, bigint: 1n, symbol: Symbol("mine"),
    cyclic, revoked, map: new Map([["tax_rate", 0.3]]), promise: Promise.resolve({}), noJson: { toJSON: () => undefined },
    nothingThrown: { toJSON() { throw undefined; } }, // eslint-disable-line no-throw-literal
    proxy: new Proxy({}, { get: refuses, ownKeys: refuses, getPrototypeOf: refuses, has: refuses }),
    getter: { get inputs() { return refuses(); } },
  };
};

test("whatever is handed over, faults are thrown and the module works on", async () => {
  const objects = { evaluate, tornado, grid, simulate, encodeLink, options: (it) => exportFile("inputs.csv", "", it) };
  const texts = { decodeLink, openFile, kind: (it) => exportFile(it), link: (it) => exportFile("inputs.csv", it) };
  const others = {
    onProgress: (it) => (typeof it === "function" ? tornado(it) : simulate({ draws: 10 }, it)),
    signal: (it) => simulate({ draws: 10 }, undefined, it),
    page: (it) => exportFile("inputs.csv", "", { page: it }),
    inside: (it) => evaluate({ commit_margin: it }),
    name: (it) => encodeLink({ deal: "own", deal_name: it }),
  };
  const isFine = { decodeLink: ["text"], page: ["text", "noJson"], inside: ["noJson"], name: ["text", "noJson"] };
  for (const [name, call] of Object.entries({ ...objects, ...texts, ...others })) {
    for (const [what, value] of Object.entries(wrong())) {
      if (isFine[name]?.includes(what)) continue;
      const refusal = await new Promise((done) => done(call(value))).then(() => undefined, (error) => error);
      assert.ok(refusal instanceof Error, `${name} takes ${what}`);
      assert.ok(Array.isArray(refusal.faults) && refusal.faults.length > 0, `${name} of ${what}: ${refusal.message}`);
      for (const { key, value: shown, limit, message } of refusal.faults) {
        assert.deepEqual([typeof key, typeof shown, typeof limit], ["string", "string", "object"], `${name} of ${what}`);
        assert.ok(message.length > 10 && !message.includes("\ufdd0") && !message.includes("\n"), message);
      }
    }
  }
  for (const missing of [decodeLink, openFile, exportFile]) {
    for (const absent of [undefined, null]) assert.throws(() => missing(absent), ({ faults }) => faults.length === 1);
  }
  // What was refused before leaves nothing behind.
  assert.equal(evaluate().npv_b.toFixed(3), "-0.666");
  assert.equal((await simulate({ draws: 2000 })).npv_p50_b.toFixed(2), "-2.32");
});

test("faults of arguments name them, and a simulation refuses by its promise", async () => {
  const keys = ({ faults }) => faults.map(({ key, value }) => `${key} ${value}`);
  const refusal = await simulate({ draws: 0 }, 5, {}).catch((error) => error);
  assert.deepEqual(keys(refusal), ["draws 0", "onProgress 5", "signal an object"]);
  for (const [call, told] of [
    [() => decodeLink(5), ["link 5"]],
    [() => openFile(), ["text undefined"]],
    [() => exportFile(null, [], 5), ["kind null", "link an array", "options 5"]],
    [() => exportFile("xlsx", "", { get page() { throw new Error("mine"); } }), ["options "]],
    [() => evaluate({ commit_margin: () => 0.3, arr0_b: 47n, lens: Symbol("capex"), tax_rate: -Infinity }),
      ["commit_margin a function", "arr0_b a BigInt", "lens a symbol", "tax_rate -Infinity"]],
  ]) {
    assert.throws(call, (error) => assert.deepEqual(keys(error), told) ?? true);
  }
  let calls = 0;
  const signal = {
    get aborted() {
      calls += 1;
      if (calls > 1) throw new Error("mine");
      return false;
    },
  };
  await assert.rejects(simulate({ draws: 1_000_000 }, undefined, signal), /mine/);
});

test("what the documentation shows runs, and gives what it says", () => {
  const readme = readFileSync(new URL("./node_modules/offtake/README.md", import.meta.url), "utf8");
  const snippets = [...readme.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code]) => code);
  assert.equal(snippets.length, 4);
  const run = (code) => execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" });
  const [first, simulation, faults, strict] = snippets;
  const shown = (code) => code.replace(/^(outcome[.\w]+|result[.\w]+|ignored\..*);/gm, "console.log($1);");
  const said = (code) => [...code.matchAll(/ \/\/ (.*)$/gm)].map(([, words]) => words);
  const [npv, irr, status, years] = run(shown(first)).split("\n");
  assert.deepEqual([(+npv).toFixed(1), (+irr).toFixed(2), `"${status}"`, (+years).toFixed(1)], said(first).map((words) => words.split(/[:,] /)[0]));
  assert.equal(run(shown(simulation)).trim().split("\n").at(-1), "0.36454");
  assert.deepEqual(run(faults).trim().split("\n"), said(faults));
  assert.deepEqual(JSON.parse(run(shown(strict)).replaceAll("'", '"')), JSON.parse(said(strict)[0]));
});
