// What a database holds of a workspace, without the ids and times that differ from run to run.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const questions = {
  customers: `SELECT number, name, organisation_number, kind, is_active FROM customer
    ORDER BY number`,
  workTypes: `SELECT number, name, is_billable, price_ore, is_active FROM work_type
    ORDER BY number`,
  persons: 'SELECT number, employee_id, name, email, is_active FROM person ORDER BY number',
  projects: `SELECT p.number, p.name, c.number, p.customer_number, p.description, p.starts_on,
    p.ends_on, p.time_registration, p.approval, p.is_active
    FROM project p LEFT JOIN customer c ON c.id = p.customer_id ORDER BY p.number`,
  links: 'SELECT entity, erp_id, base_hash FROM link ORDER BY entity, erp_id',
  records: 'SELECT entity, side, number, hash, is_active FROM record ORDER BY 1, 2, 3, 4',
  outcomes: `SELECT entity, outcome, count(*) FROM run_record GROUP BY entity, outcome
    ORDER BY entity, outcome`,
  runs: 'SELECT phase, is_started, is_cancelled, failure_code FROM run',
  doubles: `SELECT number FROM project GROUP BY workspace_id, number HAVING count(*) > 1`,
  damage: 'PRAGMA integrity_check',
  orphans: 'PRAGMA foreign_key_check',
};

export function workspaceContent(folder) {
  const content = {};
  for (const [name, sql] of Object.entries(questions))
    content[name] = execFileSync('sqlite3', [join(folder, 'busy24.sqlite'), sql],
      { encoding: 'utf8' });
  return content;
}
