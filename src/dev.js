// The program from its sources, whatever was built of them.
process.env.BRIEFPRESS_SOURCES = '1';
await import('./bin.js');
