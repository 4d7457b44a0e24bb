// @ts-check
/**
 * Excel's part, played by the page: it reads the add-in's functions.json, calls the add-in's own handlers with what
 * Excel would hand them, and gives their answers to the sheet.
 *
 * @import { CellAddress, Outcome, Value } from './calls.js'
 * @import { Call as ReadCall, Given, Parameter } from './arguments.js'
 * @import { CustomFunction, Invocation } from './custom-functions.js'
 * @import { Definition, Sheet, Shown } from './univer.js'
 * @import { Answer } from '../addin/cells.js'
 *
 * @typedef {object} FunctionMetadata A function in functions.json.
 * @property {string} id
 * @property {string} name
 * @property {string} [description]
 * @property {Parameter[]} parameters
 * @property {{ dimensionality?: string }} result
 * @property {{ requiresAddress?: boolean, cancelable?: boolean }} [options]
 * @typedef {{ functions: FunctionMetadata[], allowErrorForDataTypeAny?: boolean }} Metadata
 *
 * @typedef {{ id: string, error?: CustomFunctionsError, notes: readonly string[] }} Finding what became of a call
 */
import { BatchClient } from '../addin/batch.js';
import { argumentsToJson } from '../addin/cells.js';
import { handlersOf } from '../addin/functions.js';
import { Problems } from '../addin/problems.js';
import { calculateAt, readJson } from '../addin/service.js';
import { readArguments } from './arguments.js';
import { Calls } from './calls.js';
import { CustomFunctionsError, installCustomFunctions } from './custom-functions.js';
import { addressOf } from './ranges.js';

export const NAMESPACE = 'MPM';

/** A note belongs to a call, and a sheet left open for days must not collect them for ever. */
const MOST_NOTES = 2_000;

export class Host {
    #functions = installCustomFunctions(globalThis);
    #sheet;
    #calls;
    #client;
    /** By the call's text: a handler's answer to Excel has no room for notes. @type {Map<string, readonly string[]>} */
    #notes = new Map();
    #dataVersion = -1;

    /** Requests that have been sent to calculate. */
    requests = 0;

    /** The service has answered, or (with a sentence) has not. @type {(trouble: string | undefined) => void} */
    onService = () => {};

    #root;

    /** @param {Sheet} sheet @param {URL} root of the service */
    constructor(sheet, root) {
        this.#root = root;
        this.#sheet = sheet;
        this.#calls = new Calls((cells) => sheet.recalculate(cells));
        const calculate = calculateAt(new URL('api/v1/calculate', root).href);
        this.#client = new BatchClient({
            transport: async (calls, signal) => {
                this.requests++;
                try {
                    const reply = await calculate(calls, signal);
                    reply.results.forEach((answer, index) => this.#keepNotes(calls[index] ?? '', answer));
                    this.onService(undefined);
                    this.#noticeDataVersion(reply.dataVersion);
                    return reply;
                } catch (cause) {
                    this.onService(cause instanceof Error ? cause.message : String(cause));
                    throw cause;
                }
            },
        });
        sheet.onCalculated = () => this.#calls.calculated();
        sheet.onOverwritten = (cells) => this.#calls.overwritten(cells);
        sheet.onMoved = () => {
            this.#calls.moved();
            sheet.recalculateAll();
        };
    }

    /** How many calls are awaited. */
    get waiting() {
        return this.#calls.waiting;
    }

    /** Makes the add-in's functions known to the sheet. @returns {Promise<Metadata>} */
    async load() {
        const metadata = /** @type {Metadata} */ (await readJson(new URL('addin/functions.json', this.#root).href));
        const handlers = handlersOf(metadata, this.#client, new Problems());
        /** @type {any} */ (globalThis).CustomFunctions.associate(handlers);
        const errorsPass = metadata.allowErrorForDataTypeAny === true;
        this.#sheet.define(metadata.functions.map((each) => this.#definitionOf(each, errorsPass)));
        return metadata;
    }

    /** @param {FunctionMetadata} metadata @param {boolean} errorsPass @returns {Definition} */
    #definitionOf(metadata, errorsPass) {
        const { name, description = '', parameters } = metadata;
        return {
            name: `${NAMESPACE}.${name}`.toUpperCase(),
            description,
            parameters: parameters.map((parameter) => ({
                name: parameter.name,
                description: parameter.description ?? '',
                range: parameter.dimensionality === 'matrix',
                optional: parameter.optional === true,
                repeating: parameter.repeating === true,
            })),
            evaluate: (given, cell) => this.#evaluate(metadata, given, cell, errorsPass),
        };
    }

    /**
     * @param {FunctionMetadata} metadata
     * @param {Given[]} given
     * @param {CellAddress} cell
     * @param {boolean} errorsPass
     * @returns {Value | undefined} undefined while an answer is awaited
     */
    #evaluate(metadata, given, cell, errorsPass) {
        const { id, name, parameters } = metadata;
        if (given.length > parameters.length && !parameters.at(-1)?.repeating) {
            const most = `${NAMESPACE}.${name} takes at most ${parameters.length} arguments`;
            const sentence = `${most}, and ${given.length} are given.`;
            return valueOf(this.#calls.refuse(cell, id, { error: new CustomFunctionsError('#VALUE!', sentence) }));
        }
        const { calls, rows, columns, lifted } = readArguments(parameters, given, errorsPass);
        const outcomes = calls.map((call) => this.#ask(metadata, call, cell));
        const answered = outcomes.flatMap((outcome) => (outcome ? [outcome] : []));
        if (answered.length < outcomes.length) return undefined;
        const values = answered.map(valueOf);
        if (!lifted) return values[0] ?? null;
        // An answer that is itself a range has only one cell to stand in: Excel takes its first.
        const cells = values.map((value) => (Array.isArray(value) ? (value[0]?.[0] ?? null) : value));
        return Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
    }

    /**
     * @param {FunctionMetadata} metadata
     * @param {ReadCall} call
     * @param {CellAddress} cell
     * @returns {Outcome | undefined} undefined while the answer is awaited
     */
    #ask({ id, name, options }, call, cell) {
        if ('error' in call) return this.#calls.refuse(cell, id, call);
        const own = options?.requiresAddress && {
            address: addressOf(this.#sheet.nameOf(cell.sheet), cell.row, cell.column),
        };
        const text = JSON.stringify({ function: id, arguments: argumentsToJson(call.values) });
        return this.#calls.ask(cell, { id, text, ...own }, () => {
            /** @type {Invocation} */
            const invocation = { functionName: name, ...own };
            const implementation = this.#functions.get(id.toUpperCase());
            return {
                outcome: outcomeOf(implementation, [...call.values, invocation]),
                cancel: () => invocation.onCanceled?.(),
            };
        });
    }

    /** @param {string} text @param {Answer} answer */
    #keepNotes(text, answer) {
        this.#notes.delete(text);
        if (!('notes' in answer) || !answer.notes?.length) return;
        this.#notes.set(text, answer.notes);
        const [oldest] = this.#notes.keys();
        if (this.#notes.size > MOST_NOTES && oldest !== undefined) this.#notes.delete(oldest);
    }

    /** Only a higher one counts: one of several instances may lag behind another. @param {number} dataVersion */
    #noticeDataVersion(dataVersion) {
        const known = this.#dataVersion;
        if (dataVersion <= known) return;
        this.#dataVersion = dataVersion;
        if (known >= 0) setTimeout(() => this.refresh());
    }

    /** Asks for everything anew. */
    refresh() {
        this.#client.clear();
        this.#calls.clear();
        this.#notes.clear();
        this.#sheet.recalculateAll();
    }

    /** What became of a cell's calls, those whose error it shows first. @param {Shown} shown @returns {Finding[]} */
    findings({ cell, value, spilledFrom }) {
        const source = spilledFrom ?? cell;
        const findings = this.#calls.of(source).map(({ id, text, outcome }) => {
            const error = outcome && errorIn(outcome, cell.row - source.row, cell.column - source.column, value);
            return { id, ...(error && { error }), notes: this.#notes.get(text) ?? [] };
        });
        return findings.sort((one, other) => Number(other.error !== undefined) - Number(one.error !== undefined));
    }
}

/**
 * @param {CustomFunction | undefined} implementation
 * @param {unknown[]} given
 * @returns {Promise<Outcome>} never rejected
 */
async function outcomeOf(implementation, given) {
    try {
        if (!implementation) throw new Error('The add-in lacks this function. Load the page again.');
        return { value: readValue(await implementation(...given)) };
    } catch (cause) {
        if (cause instanceof CustomFunctionsError) return { error: cause };
        return { error: new CustomFunctionsError('#VALUE!', cause instanceof Error ? cause.message : String(cause)) };
    }
}

/** @param {unknown} value @returns {Value} */
function readValue(value) {
    if (!Array.isArray(value)) return readScalar(value);
    return value.map((row) => (Array.isArray(row) ? row.map(readScalar) : [readScalar(row)]));
}

/** @param {unknown} value @returns {import('./arguments.js').Scalar} */
function readScalar(value) {
    if (typeof value === 'number') return Number.isFinite(value) ? value : new CustomFunctionsError('#NUM!');
    if (typeof value === 'string' || typeof value === 'boolean' || value instanceof CustomFunctionsError) return value;
    return value === null || value === undefined ? null : String(value);
}

/** @param {Outcome} outcome @returns {Value} */
function valueOf(outcome) {
    return 'error' in outcome ? outcome.error : outcome.value;
}

/**
 * @param {Outcome} outcome
 * @param {number} row of the cell within the answer
 * @param {number} column
 * @param {unknown} shown what the cell shows
 * @returns {CustomFunctionsError | undefined} the error of the answer that the cell shows
 */
function errorIn(outcome, row, column, shown) {
    const value = valueOf(outcome);
    const found = Array.isArray(value) ? value[row]?.[column] : value;
    return found instanceof CustomFunctionsError && found.code === shown ? found : undefined;
}
