// Exit code 0 when the server in this container answers with its graph.
const { PORT = '4747', THREADLINE_TOKEN = '' } = process.env;
const headers = { authorization: `Bearer ${THREADLINE_TOKEN}` };
const answer = await fetch(`http://127.0.0.1:${PORT}/api/health`, { headers }).catch(() => null);
process.exit(answer?.ok ? 0 : 1);
