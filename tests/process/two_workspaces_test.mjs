// Two workspaces of one server: what takes long for the one is no matter to the other.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { logins, startProduct } from '../browser/product.mjs';
import { projectsIn } from './erp_projects.mjs';
import { Visitor, havbris } from './visitor.mjs';

const timeout = 120_000;
const name = 'Takluke over trapperommet';

test('a change leaves within seconds while another workspace waits for a slow list', { timeout },
  async (t) => {
    const product = await startProduct();
    try {
      const one = new Visitor(product.url);
      await one.enter();
      await one.plan();
      await one.connect();
      assert.equal((await one.run()).state, 'succeeded');

      const other = new Visitor(product.url);
      await other.enter(logins.accountant, havbris, logins.apiUserOfAll);
      await product.simulator.control('/fault?set=latency=20000,times=1,operation=GetCompanies');
      const plan = other.plan();

      // Until the slow call is under way.
      while (!(await product.simulator.strikes()).latency) await other.must('GET', 'session');
      const began = Date.now();
      await one.must('POST', 'project', {
        id: '', version: 0, name, customerId: '', startsOn: '2026-08-17', endsOn: '',
        description: '',
      });
      await one.until(`records?entity=project&filter=all&sort=number&direction=ascending&offset=0`
        + `&limit=5&search=${encodeURIComponent(name)}`, ({ records }) => records[0]?.number);
      const seconds = (Date.now() - began) / 1000;
      t.diagnostic(`there after ${seconds.toFixed(1)} s`);
      assert.equal((await other.must('GET', 'onboarding/preview')).state, 'reading');
      assert.ok((await projectsIn(product.simulator.url)).some((project) => project.name === name));
      assert.equal((await plan).state, 'ready');
    } finally {
      await product.stop();
    }
  });
