import assert from 'node:assert/strict';
import test from 'node:test';
import { auditRows } from '../../../main/web/addin/audit-package.js';

const ANSWERS = {
    RECONCILE: { value: [['Status', 'Metric'], ['KEYS', ''], ['SHA-256', '']] },
    AUDIT: { value: [['When', 'Who'], [46_000.5, 'pia']] },
};
const figure = (period, scenario, value) => ({ metric: 'LEADS', org: 'EMEA', period, scenario, value });

test('an auditor gets the changes of every figure, and both sides held against each other by scenario', async () => {
    const asked = [];
    const ask = async (name, args) => {
        asked.push([name, ...args]);
        return args.includes('P3') ? { error: '#N/A', message: 'No data.' } : ANSWERS[name];
    };
    const workbook = { name: 'Plan.xlsx', id: 'w1', packed: new Date(0), verified: 'Intact: 7 entries' };
    const rows = await auditRows(ask, workbook, [figure('P1', 'PLAN', 5), figure('P2', 'PLAN', null), figure('P3', 'ACTUAL', '')]);
    assert.deepEqual(asked[0], ['RECONCILE', [['Metric', 'Org', 'Period', 'Value'], ['LEADS', 'EMEA', 'P1', 5]], 'PLAN']);
    assert.equal(asked.filter(([name]) => name === 'RECONCILE').length, 1, 'a scenario without a value is not held against anything');
    const labels = ['Metric', 'Org', 'Period', 'Scenario'];
    assert.deepEqual(rows, [
        ['Workbook', 'Plan.xlsx'], ['Linked as', 'w1'], ['Packed (UTC)', '1970-01-01T00:00:00.000Z'],
        ['Audit trail', 'Intact: 7 entries'], [],
        ['Workbook against service, PLAN'], ['Status', 'Metric'], ['KEYS', ''], ['SHA-256', ''], [],
        ['Changes of its figures'],
        ['When', 'Who', ...labels], [46_000.5, 'pia', 'LEADS', 'EMEA', 'P1', 'PLAN'],
        ['When', 'Who', ...labels], [46_000.5, 'pia', 'LEADS', 'EMEA', 'P2', 'PLAN'],
        ['', '', ...labels], ['#N/A', 'No data.', 'LEADS', 'EMEA', 'P3', 'ACTUAL'],
    ]);
});
