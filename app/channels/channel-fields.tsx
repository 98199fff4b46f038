import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { Checkbox, Select, TextField } from '#app/ui/field.tsx';

import { announceable, announceableWords } from './announcement.ts';
import { type Kind, kindHelp, kinds, kindWords } from './channel.ts';

type Props = {
  values: { name?: string; kind?: string; announces?: readonly string[] };
  errors: Partial<Record<string, string>>;
  /** where its address leads; null: it has none yet */
  host: string | null;
  save: string;
  version?: number;
};

/** What a channel is called, where it is, and what it is told. */
export function ChannelForm({ values, errors, host, save, version }: Props) {
  return (
    <Form method="post" className="space-y-5">
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <TextField
        label="Name"
        name="name"
        required
        maxLength={80}
        defaultValue={values.name}
        help="As it is called in the chat: #security-guild."
        error={errors.name}
      />
      <Select label="What it is" name="kind" defaultValue={values.kind ?? 'slack'} error={errors.kind}>
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </Select>
      <TextField
        label="Address of its incoming webhook"
        name="secretAddress"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required={host === null}
        placeholder={host === null ? 'https://' : `https://${host}/…`}
        help={
          host === null
            ? 'Whoever knows it can post there: it is shown to nobody again, you included.'
            : 'It is shown to nobody. Leave this empty to keep it; to change it, type the new one.'
        }
        error={errors.secretAddress}
      />
      <details>
        <summary className="text-sm text-accent">Where do I find that address?</summary>
        <dl className="mt-2 space-y-2 text-sm">
          {kinds.map((kind: Kind) => (
            <div key={kind}>
              <dt className="font-medium">{kindWords[kind]}</dt>
              <dd className="wrap-anywhere text-soft">{kindHelp[kind]}</dd>
            </div>
          ))}
        </dl>
      </details>
      <fieldset>
        <legend className="mb-2 text-sm font-medium">What is announced there</legend>
        <div className="space-y-2">
          {announceable.map((kind) => (
            <Checkbox
              key={kind}
              name={kind}
              label={announceableWords[kind]}
              defaultChecked={values.announces?.includes(kind) ?? false}
            />
          ))}
        </div>
      </fieldset>
      <Button weight="primary">{save}</Button>
    </Form>
  );
}
