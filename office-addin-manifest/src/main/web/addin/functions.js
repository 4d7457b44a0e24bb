// @ts-check
/**
 * The functions that Excel calls: one handler for every id of functions.json.
 * @import { BatchClient } from './batch.js'
 * @import { Problems } from './problems.js'
 * @import { Staging } from './staging.js'
 * @typedef {object} FunctionMetadata
 * @property {string} id
 * @property {{ repeating?: boolean }[]} parameters
 * @property {{ dimensionality?: string }} result
 * @typedef {{ functions: FunctionMetadata[] }} Metadata
 * @typedef {(...given: any[]) => Promise<unknown>} Handler
 */
import { argumentsToJson, toExcel } from './cells.js';

/** After this long without functions.json Excel is let go: an error in the cells is better than a frozen workbook. */
const PATIENCE_MS = 20_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * @param {Metadata} metadata
 * @param {BatchClient} client
 * @param {Problems} problems
 * @param {Staging} [staging]
 * @returns {Record<string, Handler>}
 */
export function handlersOf(metadata, client, problems, staging) {
    return Object.fromEntries(metadata.functions.map((each) => [each.id, handlerOf(each, client, problems, staging)]));
}

/**
 * @param {FunctionMetadata} metadata
 * @param {BatchClient} client
 * @param {Problems} problems
 * @param {Staging} [staging]
 * @returns {Handler}
 */
function handlerOf({ id, parameters, result }, client, problems, staging) {
    const asMatrix = result.dimensionality === 'matrix';
    const repeats = parameters.at(-1)?.repeating === true;
    return async (...given) => {
        const invocation = /** @type {CustomFunctions.CancelableInvocation} */ (given.pop());
        if (invocation.isInValuePreview) {
            // While a formula is being typed Excel asks again at every keystroke.
            const { notAvailable } = CustomFunctions.ErrorCode;
            throw new CustomFunctions.Error(notAvailable, 'MPM calculates when you press Enter.');
        }
        // All values of a repeating parameter arrive as one list; to the service each is an argument.
        if (repeats) given.push(...(given.pop() ?? []));
        const args = argumentsToJson(given);
        const { answer, withdraw } = client.call(id, args);
        let cancelled = false;
        invocation.onCanceled = () => {
            cancelled = true;
            withdraw();
        };
        const settled = await answer;
        if (!cancelled) {
            problems.record(invocation.address, id, settled);
            staging?.record(invocation.address, id, args, settled);
        }
        return toExcel(settled, asMatrix);
    };
}

/**
 * Associates all functions in one call, because the first associate() lifts the hold that boot.js placed. It keeps
 * trying until functions.json has come.
 * @param {object} seams
 * @param {() => Promise<Metadata>} seams.load
 * @param {(metadata: Metadata) => Record<string, Handler>} seams.handlers
 * @param {(handlers: Record<string, Handler>) => void} seams.associate
 * @param {(sentence: string) => void} seams.report
 * @param {(ms: number) => Promise<unknown>} [seams.pause]
 * @returns {Promise<{ metadata: Metadata, late: boolean }>} late: Excel has already asked for functions in vain
 */
export async function associateFunctions({ load, handlers, associate, report, pause = sleep }) {
    let waited = 0;
    let late = false;
    for (let pauseMs = 1_000; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
        try {
            const metadata = await load();
            associate(handlers(metadata));
            return { metadata, late };
        } catch (cause) {
            const reason = cause instanceof Error ? cause.message : cause;
            report(`MPM’s functions could not be loaded, another attempt follows. ${reason}`);
        }
        await pause(pauseMs);
        waited += pauseMs;
        if (waited >= PATIENCE_MS && !late) {
            late = true;
            associate({});
        }
    }
}

/** @param {number} ms */
function sleep(ms) {
    return new Promise((resolve) => setTimeout(resolve, ms));
}
