// @ts-check
// What a page sees of Excel's custom-functions runtime. The add-in's modules are written against this global and run
// here unchanged; anything missing would make the playground show something that Excel does not.

/**
 * @typedef {object} Invocation What Excel hands to a function after its arguments.
 * @property {string} functionName
 * @property {string} [address] the calling cell, where the metadata ask for it
 * @property {() => void} [onCanceled] set by the function, called when nobody waits for its answer any more
 * @typedef {(...given: unknown[]) => unknown} CustomFunction
 */

/** The error values of cells by the names that Microsoft gave them. */
export const ErrorCode = Object.freeze({
    divisionByZero: '#DIV/0!',
    invalidName: '#NAME?',
    invalidNumber: '#NUM!',
    invalidReference: '#REF!',
    invalidValue: '#VALUE!',
    notAvailable: '#N/A',
    nullReference: '#NULL!',
});

/** `CustomFunctions.Error`: a function throws it, and puts it into single cells of a range. */
export class CustomFunctionsError extends Error {
    /** @param {string} [code] @param {string} [message] */
    constructor(code = ErrorCode.invalidValue, message = '') {
        super(message);
        this.name = 'CustomFunctions.Error';
        this.code = code;
    }
}

/**
 * Puts `CustomFunctions` in place.
 *
 * @param {Record<string, any>} scope usually globalThis
 * @returns {Map<string, CustomFunction>} the functions by upper-case id, as the add-in associates them
 */
export function installCustomFunctions(scope) {
    /** @type {Map<string, CustomFunction>} */
    const functions = new Map();
    scope['CustomFunctions'] = {
        Error: CustomFunctionsError,
        ErrorCode,
        /** @param {string | Record<string, CustomFunction>} idOrMap @param {CustomFunction} [implementation] */
        associate(idOrMap, implementation) {
            const given = typeof idOrMap === 'string' ? { [idOrMap]: implementation } : idOrMap;
            for (const [id, each] of Object.entries(given)) if (each) functions.set(id.toUpperCase(), each);
        },
        // Excel waits for the first associate(); here the cells are calculated only after the add-in has been imported.
        delayInitialization() {},
    };
    return functions;
}
