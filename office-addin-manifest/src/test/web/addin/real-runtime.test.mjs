// Our functions inside Microsoft's own runtime. Only Excel's side of the bridge is played; the numbers of its messages
// were read in custom-functions-runtime.debug.js of @microsoft/office-js, a tool of these tests that is never shipped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import vm from 'node:vm';
import { BatchClient } from '../../../main/web/addin/batch.js';
import { associateFunctions, handlersOf } from '../../../main/web/addin/functions.js';
import { Problems } from '../../../main/web/addin/problems.js';
import { createService, metadata } from './host-stub.mjs';

const CALL = 1000;
const CANCEL = 1001;
const FLAGS = { cancelable: 1, errors: 4 };
const MESSAGE = { request: 1, response: 2, event: 3 };

const shown = new Map();
/** The form in which newer hosts take a result. */
const fromArray = ([id, ok, value, errorCode]) => ({ id, failed: !ok, value, errorCode });
const bridge = {
    sendMessageToHost(text) {
        const { id, type, message } = JSON.parse(text);
        const actions = message?.body?.Actions ?? [];
        for (const { Name, ArgumentInfo } of actions) {
            if (!/^SetInvocation(Array)?Results$/.test(Name)) continue;
            for (const each of ArgumentInfo.Arguments[0]) {
                const { id: cell, failed, value, errorCode: code } = Array.isArray(each) ? fromArray(each) : each;
                shown.set(cell, failed ? { message: value, code } : { value });
            }
        }
        if (type !== MESSAGE.request) return;
        const body = { Results: actions.map(({ Id }) => ({ ActionId: Id, Value: null })) };
        const answer = { id, type: MESSAGE.response, message: { statusCode: 200, headers: {}, body } };
        setImmediate(() => bridge.onMessageFromHost(JSON.stringify(answer)));
    },
};

/** As little of a browser as the runtime touches while it loads. */
function openPage() {
    const node = () =>
        ({ setAttribute() {}, getAttribute: () => null, addEventListener() {}, appendChild() {}, style: {} });
    const script = { ...node(), src: 'https://localhost/custom-functions-runtime.debug.js' };
    const timers = new Set();
    const page = {
        _richApiNativeBridge: bridge,
        document: {
            readyState: 'complete', addEventListener() {}, createElement: node, getElementsByTagName: () => [script],
            getElementById: () => null, head: node(), body: node(), documentElement: {}, cookie: '',
        },
        navigator: { userAgent: 'node' },
        location: { href: 'https://localhost/', search: '', hash: '', protocol: 'https:' },
        // The loader waits 30 seconds for scripts that never come here, then throws; the test is over long before.
        setTimeout: (run, ms, ...given) => {
            const timer = setTimeout(run, ms, ...given);
            timers.add(timer);
            return timer;
        },
        setInterval: (run, ms) => {
            const timer = setInterval(run, ms);
            timers.add(timer);
            return timer;
        },
        clearTimeout, clearInterval, addEventListener() {}, console, history: {}, top: null, parent: null, frames: [],
        external: {}, name: '',
    };
    page.window = page.self = page.globalThis = page;
    after(() => timers.forEach(clearTimeout));
    const file = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/custom-functions-runtime.debug.js');
    vm.runInContext(readFileSync(file, 'utf8'), vm.createContext(page), { filename: file });
    return page;
}

const page = openPage();
globalThis.CustomFunctions = page.CustomFunctions;
const boot = readFileSync(new URL('../../../main/web/addin/boot.js', import.meta.url), 'utf8');

const service = createService(({ function: name, arguments: given }) => {
    if (name === 'CASCADE') {
        return { value: [[1, Number.NaN], [{ error: '#N/A', message: 'No plan.' }, { error: '#DIV/0!' }]] };
    }
    if (name === 'CASCADE.TREE') return { value: [['Node', 'Target'], ['Group', given[1]]] };
    const [[[actual]], [[plan]]] = given;
    if (actual?.error ?? plan?.error) return { error: actual?.error ?? plan.error };
    return plan === 0 ? { error: '#VALUE!', message: 'Nothing was planned.' } : { value: actual - plan };
});
const problems = new Problems();
const client = new BatchClient({ transport: service.transport });

let next = 1;
const send = (messageType, messages) =>
    bridge.onMessageFromHost(JSON.stringify({
        type: MESSAGE.event,
        message: {
            entries: messages.map((each) =>
                ({ messageCategory: 1, messageType, targetId: '', message: JSON.stringify(each) })),
        },
    }));
function calculate(name, ...cells) {
    const ids = cells.map(() => next++);
    send(CALL, cells.map((given, i) => [ids[i], name, given, `Plan!A${ids[i]}`, FLAGS.cancelable | FLAGS.errors]));
    return ids;
}
async function show(cell) {
    for (const end = Date.now() + 5_000; !shown.has(cell); await new Promise((resolve) => setTimeout(resolve, 10))) {
        if (Date.now() > end) throw new Error(`cell ${cell} shows nothing`);
    }
    return shown.get(cell);
}

test('boot.js holds Excel back, and the one associate() of all functions lets it go', async () => {
    vm.runInContext(boot, page);
    assert.equal(page.CustomFunctionMappings.__delay__, true);
    await associateFunctions({
        load: async () => metadata,
        handlers: (loaded) => handlersOf(loaded, client, problems),
        associate: (handlers) => page.CustomFunctions.associate(handlers),
        report: assert.fail,
    });
    assert.equal(page.CustomFunctionMappings.__delay__, undefined);
});

test('a value, in any case of the id', async () => {
    const [upper] = calculate('VARIANCE', [[[5]], [[3]], null, null]);
    const [lower] = calculate('variance', [[[9]], [[3]], null, null]);
    assert.deepEqual(await show(upper), { value: [[2]] });
    assert.deepEqual(await show(lower), { value: [[6]] });
});

test('an id with a dot', async () => {
    const [cell] = calculate('CASCADE.TREE', [[['Node']], 100]);
    assert.deepEqual(await show(cell), { value: [['Node', 'Target'], ['Group', 100]] });
});

test('an error with its sentence, in the cell and in the pane', async () => {
    const [cell] = calculate('VARIANCE', [[[5]], [[0]], null, null]);
    assert.deepEqual(await show(cell), { message: 'Nothing was planned.', code: 7 });
    assert.deepEqual(problems.list()[0].cell, `Plan!A${cell}`);
});

test('an error in an input cell arrives as what it is', async () => {
    const broken = { code: '#REF!', type: 'CustomFunctionError' };
    const [cell] = calculate('VARIANCE', [[[broken]], [[1]], null, null]);
    assert.deepEqual(await show(cell), { message: 'An input cell shows #REF!. Mend that cell first.', code: 7 });
    assert.deepEqual(service.calls().at(-1).arguments, [[[{ error: '#REF!' }]], [[1]]]);
});

test('failed cells of a matrix keep their errors and their sentences', async () => {
    const [cell] = calculate('CASCADE', [1, [[1, 1]], null]);
    const { value: [[one, two], [three, four]] } = await show(cell);
    assert.deepEqual([one, two.errorType, three.errorType, three.message, four.errorType],
        [1, 'Num', 'NotAvailable', 'No plan.', 'Div0']);
});

test('a cancelled cell is not calculated', async () => {
    const before = service.calls().length;
    const [cell] = calculate('VARIANCE', [[[77]], [[7]], null, null]);
    send(CANCEL, [{ invocationId: cell }]);
    await show(cell);
    assert.equal(service.calls().length, before);
});

test('two thousand cells of one recalculation are four requests', async () => {
    const before = service.requests.length;
    const given = Array.from({ length: 2_000 }, (_, i) => [[[i]], [[10_000 + i]], null, null]);
    const cells = calculate('VARIANCE', ...given);
    assert.deepEqual(await show(cells.at(-1)), { value: [[-10_000]] });
    assert.ok(service.requests.length - before <= 4, `${service.requests.length - before} requests`);
});

test('functions that come late are found all the same', async () => {
    page.CustomFunctions.associate({ LATECOMER: async () => [[1]] });
    const [cell] = calculate('LATECOMER', []);
    assert.deepEqual(await show(cell), { value: [[1]] });
});
