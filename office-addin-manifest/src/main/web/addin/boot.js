// A classic script, because modules are deferred: without it Excel asks for functions that the modules have not
// associated yet, and every MPM cell of a workbook being opened shows #VALUE!. The first associate() lifts the hold.
// Microsoft neither documents nor types the call, and outside Office there is nothing to hold.
/** @type {any} */ (globalThis).CustomFunctions?.delayInitialization?.();
