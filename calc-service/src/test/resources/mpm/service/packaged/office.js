// As much of Office as the task pane asks for, over a workbook of two sheets; ?platform=OfficeOnline in the page's address
// makes it Excel on the web, ?entering=PLAN lets its first sheet enter two figures into that scenario. What was done to the
// workbook is in globalThis.done, and what its cells enter in globalThis.entries.
(() => {
    const asked = new URLSearchParams(location.search);
    const done = (globalThis.done = { inserted: [], opened: [], calculated: [], activated: [], shown: [] });
    const enter = (month, value) => [value, 'LEADS', 'DEMAND_EMEA', `FY2027-P${month}`, asked.get('entering'), 'Pane'];
    const entries = (globalThis.entries = asked.has('entering') ? [enter('01', 120), enter('02', 130)] : []);
    let begin;
    const associated = new Promise((resolve) => (begin = resolve));
    // As Excel does: the arguments are handed over when a cell is calculated, and the answer comes some time later.
    const calculateCell = (row) => {
        const answer = associated.then(() => functions.PUT(...entries[row], { address: `Plan!A${row + 1}` }));
        void answer.then((value) => (done.shown[row] = value), ({ message }) => (done.shown[row] = message));
    };
    const range = (row, rowCount) => ({
        isNullObject: rowCount === 0,
        rowIndex: row,
        columnIndex: 0,
        rowCount,
        columnCount: 1,
        load() {},
        formulas: entries.slice(row, row + rowCount).map(() => ['=MPM.PUT(B1,C1,D1,E1,F1,G1)']),
        values: entries.slice(row, row + rowCount).map((_, at) => [done.shown[row + at] ?? '']),
        calculate: () => entries.slice(row, row + rowCount).forEach((_, at) => calculateCell(row + at)),
    });
    const sheet = (id, name) => ({
        id,
        name,
        visibility: 'Visible',
        load() {},
        getUsedRangeOrNullObject: () => range(0, name === 'Plan' ? entries.length : 0),
        getRangeByIndexes: (row, column, rowCount) => range(row, rowCount),
        getRange: (cell) => range(Number(cell.slice(1)) - 1, 1),
        calculate: () => done.calculated.push(name),
        activate: () => done.activated.push(name),
    });
    const items = [sheet('{1}', 'Plan'), sheet('{2}', 'Dashboard')];
    const workbook = {
        protection: { protected: false, load() {} },
        name: 'Plan EMEA.xlsx',
        load() {},
        properties: { author: 'MPM', title: 'Finance link', load() {} },
        names: {
            getItemOrNullObject: (name) => ({
                isNullObject: name !== 'mpm_AsOf',
                type: 'Range',
                load() {},
                getRange: () => ({
                    set values([[serial]]) {
                        done.asOf = serial;
                    },
                }),
            }),
        },
        getSelectedRanges: () => {
            const area = { getUsedRangeOrNullObject: () => range(0, Math.min(1, entries.length)) };
            return { worksheet: items[0], areas: { items: [area], load() {} } };
        },
        customXmlParts: {
            getByNamespace: () => ({
                getOnlyItemOrNullObject: () => ({
                    isNullObject: done.link === undefined,
                    load() {},
                    getXml: () => ({ value: done.link }),
                    setXml: (xml) => (done.link = xml),
                }),
            }),
            add: (xml) => (done.link = xml),
        },
        worksheets: { items, load() {}, getItem: (id) => items.find((each) => each.id === id || each.name === id) },
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
        context: { platform: asked.get('platform') ?? 'PC', requirements: { isSetSupported: () => true }, document: { url: '' }, ui },
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
            begin();
            document.documentElement.dataset.associated = Object.keys(all).length;
        },
    };
})();
