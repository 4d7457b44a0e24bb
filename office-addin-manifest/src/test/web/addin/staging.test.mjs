import assert from 'node:assert/strict';
import test from 'node:test';
import { Staging } from '../../../main/web/addin/staging.js';

const put = (staging, cell, value, status) =>
    staging.record(cell, 'PUT', [value, 'LEADS', 'EMEA', 'FY2027-P01', 'PLAN', 'why'], { value: status });

const cells = (...addresses) => addresses.map((address) => ({ address, isBlank: false }));

test('what a cell enters is known from what Excel handed to its function', () => {
    const staging = new Staging();
    put(staging, "'My plan'!$B$2", 120, 'STAGED');
    staging.record('Plan!C3', 'PUT.NOTE', ['Two shows', 'LEADS', 'EMEA', 46082, 'PLAN'], { value: 'STAGED' });
    staging.record('Plan!D4', 'GET', ['LEADS', 'EMEA', 'FY2027-P01', 'PLAN'], { value: 1 });
    assert.deepEqual(staging.unsent(), [
        { cell: 'My plan!B2', note: false, value: 120, metric: 'LEADS', org: 'EMEA', period: 'FY2027-P01', scenario: 'PLAN', comment: 'why', status: 'STAGED' },
        { cell: 'Plan!C3', note: true, value: 'Two shows', metric: 'LEADS', org: 'EMEA', period: 46082, scenario: 'PLAN', comment: '', status: 'STAGED' },
    ]);
});

test('what finance has, and what is blank, is not unsent; what cannot be checked is', () => {
    const staging = new Staging();
    let changes = 0;
    staging.changed = () => changes++;
    put(staging, 'Plan!B1', 1, 'IN SYNC');
    put(staging, 'Plan!B2', null, '');
    put(staging, 'Plan!B3', 3, 'LOCKED');
    staging.record('Plan!B4', 'PUT', [4, 'LEADS', 'EMEA', 'FY2027-P01', 'PLAN'], { error: '#N/A', message: 'cannot be reached' });
    assert.deepEqual(staging.unsent().map(({ cell, status, message }) => [cell, status, message]), [
        ['Plan!B3', 'LOCKED', undefined],
        ['Plan!B4', '#N/A', 'cannot be reached'],
    ]);
    assert.equal(staging.entered().length, 3);
    put(staging, 'Plan!B3', 3, 'IN SYNC');
    assert.equal(staging.unsent().length, 1);
    assert.equal(changes, 5);
});

test('cells are waited for, and what was deleted is forgotten', async () => {
    const staging = new Staging();
    put(staging, 'Plan!A1', 1, 'STAGED');
    put(staging, 'Plan!A2', 2, 'STAGED');
    const silent = await staging.renew(cells('Plan!A2', 'Plan!A3'), async () => {
        setTimeout(() => put(staging, 'Plan!A3', 3, 'STAGED'));
        setTimeout(() => put(staging, 'Plan!A2', 20, 'STAGED'));
    }, 5_000);
    assert.deepEqual(silent, []);
    assert.deepEqual(staging.unsent().map(({ cell, value }) => [cell, value]), [['Plan!A2', 20], ['Plan!A3', 3]]);
});

test('a cell that Excel does not calculate is told, and not waited for for ever', async () => {
    const staging = new Staging();
    assert.deepEqual(await staging.renew(cells('Plan!A1', 'Plan!A2'), async () => put(staging, 'Plan!A1', 1, 'STAGED'), 10), ['Plan!A2']);
});

test('a cell that shows nothing enters nothing, and nobody waits for it', async () => {
    const staging = new Staging();
    put(staging, 'Plan!A1', 1, 'STAGED');
    const cleared = { address: 'Plan!A1', isBlank: true };
    assert.deepEqual(await staging.renew([cleared, ...cells('Plan!A2')], async () => put(staging, 'Plan!A2', 2, 'STAGED'), 60_000), []);
    assert.deepEqual(staging.unsent().map(({ cell }) => cell), ['Plan!A2']);
});

test('cells that enter different values under the same labels are refused both, before anything is sent', () => {
    const staging = new Staging();
    put(staging, 'Plan!A1', 1, 'STAGED');
    staging.record('Plan!A2', 'PUT', [2, ' leads', 'emea', 'FY2027-P01', 'PLAN'], { value: 'STAGED' });
    staging.record('Plan!A3', 'PUT.NOTE', ['Why', 'LEADS', 'EMEA', 'FY2027-P01', 'PLAN'], { value: 'STAGED' });
    put(staging, 'Plan!A4', 3, 'LOCKED');
    assert.deepEqual(staging.unsent().map(({ status }) => status), ['INVALID', 'INVALID', 'STAGED', 'LOCKED']);
    assert.match(staging.unsent()[0].message, /^Entered twice/);
    put(staging, 'Plan!A2', 1, 'STAGED');
    staging.record('Plan!A2', 'PUT', [1, 'LEADS', 'EMEA', 'FY2027-P01', 'PLAN'], { value: 'STAGED' });
    assert.deepEqual(staging.unsent().map(({ status }) => status), ['STAGED', 'STAGED', 'STAGED', 'LOCKED']);
});

test('a cell shows a figure where it asks for the latest version and has one', async () => {
    const staging = new Staging();
    const get = (cell, answer, ...more) => staging.record(cell, 'GET', ['LEADS', 'EMEA', 46082, 'PLAN', ...more], answer);
    get('Plan!A1', { value: 100 });
    get('Plan!A2', { value: 100 }, 'latest');
    get('Plan!A3', { value: 90 }, 'Board');
    get('Plan!A4', { error: '#N/A', message: 'No data.' });
    get('Plan!A5', { value: 92 }, null, 'GROUP');
    const figure = { metric: 'LEADS', org: 'EMEA', period: 46082, scenario: 'PLAN' };
    assert.deepEqual(staging.shown(), [
        { cell: 'Plan!A1', ...figure, value: 100 },
        { cell: 'Plan!A2', ...figure, value: 100 },
        { cell: 'Plan!A5', ...figure, value: null },
    ]);
    await staging.renew([], async () => get('Plan!A2', { value: 110 }), 60_000, cells('Plan!A2'));
    assert.deepEqual(staging.shown().map(({ cell }) => cell), ['Plan!A2']);
});
