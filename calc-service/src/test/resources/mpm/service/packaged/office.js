// As much of Office as the task pane asks for, over a workbook of two sheets; ?platform=OfficeOnline in the page's address
// makes it Excel on the web. What was done to the workbook is in globalThis.done.
(() => {
    const asked = new URLSearchParams(location.search);
    const done = (globalThis.done = { inserted: [], opened: [], calculated: [], activated: [] });
    const sheet = (id, name) => ({
        id,
        name,
        visibility: 'Visible',
        load() {},
        getUsedRangeOrNullObject: () => ({ isNullObject: true, load() {} }),
        calculate: () => done.calculated.push(name),
        activate: () => done.activated.push(name),
    });
    const items = [sheet('{1}', 'Plan'), sheet('{2}', 'Dashboard')];
    const workbook = {
        protection: { protected: false, load() {} },
        worksheets: { items, load() {}, getItem: (id) => items.find((each) => each.id === id) },
        functions: { date: () => ({ value: 36526, load() {} }) },
        insertWorksheetsFromBase64(base64, options) {
            done.inserted.push([atob(base64), options.positionType]);
            const added = [sheet('{3}', 'Start'), sheet('{4}', 'Dashboard (2)')];
            items.push(...added);
            return { value: added.map(({ id }) => id) };
        },
    };
    // The dialog is a window that the browser opens, and this file runs in it as well.
    const ui = {
        displayDialogAsync(address, size, callback) {
            const opened = open(address, '_blank');
            const handlers = {};
            addEventListener('message', ({ source, data, origin }) => {
                if (source === opened) handlers.said({ message: data, origin });
            });
            const addEventHandler = (type, handler) => (handlers[type] = handler);
            callback({ status: 'succeeded', value: { addEventHandler, close: () => opened.close() } });
        },
        messageParent: (message, { targetOrigin }) => opener.postMessage(message, targetOrigin),
    };
    globalThis.Office = {
        AsyncResultStatus: { Succeeded: 'succeeded' },
        EventType: { DialogMessageReceived: 'said', DialogEventReceived: 'closed' },
        HostType: { Excel: 'Excel' },
        PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline' },
        onReady: async () => ({ host: 'Excel' }),
        context: { platform: asked.get('platform') ?? 'PC', requirements: { isSetSupported: () => true }, ui },
    };
    globalThis.Excel = {
        run: (work) => work({ workbook, sync: async () => {} }),
        createWorkbook: async (base64) => {
            done.opened.push(atob(base64));
        },
    };
    globalThis.CustomFunctions = {
        ErrorCode: { notAvailable: '#N/A', invalidValue: '#VALUE!', divisionByZero: '#DIV/0!', invalidNumber: '#NUM!' },
        Error: class {
            constructor(code, message) {
                Object.assign(this, { code, message });
            }
        },
        associate(all) {
            globalThis.functions = all;
            document.documentElement.dataset.associated = Object.keys(all).length;
        },
    };
})();
