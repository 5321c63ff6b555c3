/** `npm run bench [check|configuration|synth|rehearsal]`: figures with a floor or a peer beside them in the same run. Build first: it times what users run. */
const wanted = process.argv.slice(2);
const print = (line: string) => process.stdout.write(`${line}\n`);

if (wanted.length === 0 || wanted.includes("check")) await (await import("./check.js")).benchCheck(print);
if (wanted.length === 0 || wanted.includes("configuration")) await (await import("./configuration.js")).benchConfiguration(print);
if (wanted.length === 0 || wanted.includes("synth")) await (await import("./synth.js")).benchSynth(print);
if (wanted.length === 0 || wanted.includes("rehearsal")) await (await import("./rehearsal.js")).benchRehearsal(print);
