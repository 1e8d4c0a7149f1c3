// The package carries its types where its export map hides them: the part of them we use.
declare module '@neo4j-cypher/react-codemirror' {
  export interface CypherEditorProps {
    readonly value?: string;
    readonly theme?: 'light' | 'dark';
    readonly lineWrapping?: boolean;
    readonly lineNumbers?: boolean;
    readonly lint?: boolean;
    readonly history?: boolean;
    readonly tabKey?: boolean;
    readonly cursorWide?: boolean;
    readonly search?: boolean;
    /** false: tooltips are placed against the window, so that nothing clips them. */
    readonly tooltipAbsolute?: boolean;
    readonly lineNumberFormatter?: (line: number) => string;
    readonly placeholder?: string;
    readonly className?: string;
    readonly schema?: {
      readonly labels: string[];
      readonly relationshipTypes: string[];
      readonly propertyKeys: string[];
    };
    readonly preExtensions?: readonly import('@codemirror/state').Extension[];
    readonly onValueChanged?: (value: string) => void;
    readonly onEditorCreated?: (editor: {
      readonly codemirror: import('@codemirror/view').EditorView;
    }) => void;
  }
  export const CypherEditor: import('react').ComponentType<CypherEditorProps>;
}
