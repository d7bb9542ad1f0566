/** RTF by way of LibreOffice, where it is installed: what it makes of the file is read as Word. */
import type { World } from '../world.ts';
import { ImportRefusal, type ImportWish, type Imported } from './imported.ts';

const REMEDY =
  'Install LibreOffice (Debian: apt-get install libreoffice-writer), or save the file as .docx with the program that wrote it.';

/** Seconds after which a conversion is given up. */
const LONGEST_CONVERSION = 120;

/**
 * A folder of its own holds the file, the result, and a profile in which macros, links to other
 * files and the network are off; nothing of it stays.
 */
const CONVERT = `set -e
d=$(mktemp -d)
trap 'rm -rf "$d"' EXIT
trap 'exit 1' INT TERM
cat > "$d/in.rtf"
mkdir -p "$d/profile/user"
printf '%s' "$2" > "$d/profile/user/registrymodifications.xcu"
command -v soffice > /dev/null || exit 127
http_proxy=http://127.0.0.1:9 https_proxy=http://127.0.0.1:9 soffice "-env:UserInstallation=file://$d/profile" \\
  --headless --norestore --convert-to docx:"MS Word 2007 XML" --outdir "$d" "$d/in.rtf" > /dev/null 2>&1 < /dev/null &
p=$!
( sleep "$1"; kill "$p" ) > /dev/null 2>&1 < /dev/null &
t=$!
wait "$p" || true
kill "$t" 2> /dev/null || true
cat "$d/in.docx"
`;

const setting = (path: string, name: string, value: string): string =>
  `<item oor:path="/org.openoffice.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  setting('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  setting('Office.Common/Security/Scripting', 'DisableActiveContent', 'true'),
  setting('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  setting('Office.Writer/Content/Update', 'Link', '2'),
  setting('Inet/Settings', 'ooInetProxyType', '2'),
  setting('Inet/Settings', 'ooInetHTTPProxyName', '127.0.0.1'),
  setting('Inet/Settings', 'ooInetHTTPProxyPort', '9'),
  setting('Inet/Settings', 'ooInetHTTPSProxyName', '127.0.0.1'),
  setting('Inet/Settings', 'ooInetHTTPSProxyPort', '9'),
].join('')}</oor:items>`;

/** Reads an RTF file. Refuses import-unknown where no LibreOffice is there, import-damaged. */
export async function readRtf(bytes: Uint8Array, wish: ImportWish): Promise<Imported> {
  const docx = wish.run ? await converted(bytes, wish.run) : null;
  if (docx === null)
    throw new ImportRefusal(
      'import-unknown',
      'The file is RTF, and no LibreOffice is there to convert it',
      REMEDY,
    );
  if (docx.length === 0)
    throw new ImportRefusal('import-damaged', 'LibreOffice could not convert the RTF file');
  const { readDocx } = await import('./docx/read.ts');
  const read = await readDocx(docx, wish);
  const says = 'LibreOffice converted the RTF file; what it left out is not in the account';
  return { ...read, kind: 'rtf', remarks: [...read.remarks, { rule: 'import-converted', says }] };
}

/** The same as a Word document; empty where it failed, null where LibreOffice is missing. */
async function converted(bytes: Uint8Array, run: World['run']): Promise<Uint8Array | null> {
  const ran = await run('sh', ['-c', CONVERT, 'sh', String(LONGEST_CONVERSION), SETTINGS], bytes);
  if (ran === null || ran.code === 127) return null;
  return ran.code === 0 ? ran.stdout : new Uint8Array();
}
