/** A button that lets the person choose files; the input itself stays out of sight. */
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';

interface Props {
  label: string;
  /** Endings: ".xlsx". */
  accept: string;
  several?: boolean;
  onFiles(files: readonly File[]): void;
}

export function FileButton({ label, accept, several = false, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={several}
        aria-label={label}
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button onClick={() => input.current?.click()}>{label}</Button>
    </div>
  );
}
