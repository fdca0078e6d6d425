// What the page asks of the program on this computer.

export class Fault extends Error {}

async function answered(response) {
  const kind = response.headers.get("content-type") || "";
  const value = kind.includes("json") ? await response.json() : null;
  if (response.ok) return value;
  if (response.status === 403) throw new Fault("程序已重新启动，请用它现在显示的地址打开");
  throw new Fault(value?.fault || `请求没有成功（${response.status}）`);
}

async function asked(path, options) {
  try {
    return await answered(await fetch(path, { credentials: "same-origin", ...options }));
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault("程序没有应答，可能已经结束；改动都已存好，重新运行 raci serve 即可");
  }
}

// a file as it is answered, with its name; what went wrong is said, where a plain link would save the fault
export async function file(path) {
  let response;
  try { response = await fetch(path, { credentials: "same-origin" }); } catch { response = null; }
  if (!response?.ok) return asked(path);
  const named = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") || "");
  return { name: named ? decodeURIComponent(named[1]) : "", data: await response.blob() };
}

export const get = (path) => asked(path);
export const send = (path, body = {}, method = "POST") =>
  asked(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
export const upload = (path, form) => asked(path, { method: "POST", body: form });
