// A small Excel for custom functions: dispatch by id without regard to case, parameters by the metadata, and
// Microsoft's rules for results. Install it before a module under test creates a CustomFunctions.Error.
import { readFileSync } from 'node:fs';

export const metadata = JSON.parse(readFileSync(new URL('fixtures/functions.json', import.meta.url), 'utf8'));
export const catalogue = JSON.parse(readFileSync(new URL('fixtures/catalogue.json', import.meta.url), 'utf8'));

class CustomFunctionsError extends Error {
    constructor(code, message) {
        super(message ?? '');
        this.code = code;
    }
}

const ErrorCode = Object.freeze({
    invalidValue: '#VALUE!',
    notAvailable: '#N/A',
    divisionByZero: '#DIV/0!',
    invalidNumber: '#NUM!',
    nullReference: '#NULL!',
});

export const CustomFunctions = { Error: CustomFunctionsError, ErrorCode };

/** What the cell shows: only #VALUE! and #N/A keep a message, and NaN in a matrix becomes an empty cell. */
function shown(value) {
    if (value instanceof CustomFunctionsError) {
        const speaks = value.code === '#VALUE!' || value.code === '#N/A';
        return { error: value.code, message: speaks ? value.message || undefined : undefined };
    }
    if (Number.isNaN(value)) return { error: '#VALUE!' };
    if (value === Infinity || value === -Infinity) return { error: '#NUM!' };
    return value ?? null;
}

export function createHost(handlers) {
    const associated = new Map(Object.entries(handlers).map(([id, handler]) => [id.toUpperCase(), handler]));
    const described = new Map(metadata.functions.map((each) => [each.id.toUpperCase(), each]));
    return {
        /** Calls a function as a cell does; answers the invocation, which can be cancelled, and what the cell shows. */
        cell(address, name, ...given) {
            const { id, parameters, result } = described.get(name.toUpperCase());
            const complete = parameters.map(({ dimensionality }, i) => {
                const value = given[i] ?? null;
                return dimensionality === 'matrix' && value !== null && !Array.isArray(value) ? [[value]] : value;
            });
            const invocation = { functionName: id, address };
            const calculate = async () => {
                const value = await associated.get(id)(...complete, invocation);
                if (result.dimensionality !== 'matrix') return shown(value);
                if (!Array.isArray(value?.[0])) return { error: '#VALUE!' };
                return value.map((row) => row.map((cell) => (Number.isNaN(cell) ? '' : shown(cell))));
            };
            const shows = calculate().catch((cause) =>
                cause instanceof CustomFunctionsError ? shown(cause) : { error: '#VALUE!' });
            return { shows, invocation };
        },
    };
}

/** Time that moves only when told to; timers run in the order of their time. */
export function createClock() {
    let time = 1_000_000;
    let timers = [];
    const settle = async () => {
        for (let i = 0; i < 20; i++) await Promise.resolve();
    };
    return {
        now: () => time,
        setTimer: (run, ms) => {
            const timer = { run, at: time + ms };
            timers.push(timer);
            return timer;
        },
        clearTimer: (timer) => (timers = timers.filter((each) => each !== timer)),
        pending: () => timers.length,
        async pass(ms) {
            await settle();
            for (const end = time + ms; ; ) {
                const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
                time = next ? Math.max(time, next.at) : end;
                if (!next) return;
                timers = timers.filter((each) => each !== next);
                next.run();
                await settle();
            }
        },
    };
}

/** A service whose requests are seen and answered by the test, or at once by `answer`. */
export function createService(answer) {
    const requests = [];
    const transport = (texts, signal) =>
        new Promise((resolve, reject) => {
            const calls = texts.map((text) => JSON.parse(text));
            const request = { calls, signal, resolve, reject };
            requests.push(request);
            if (answer) resolve({ results: calls.map(answer), dataVersion: 0 });
        });
    return { requests, transport, calls: () => requests.flatMap(({ calls }) => calls) };
}
