// What the compiler calls in a step built with `-playground`: after every binding, assignment and bare expression.
// The names and signatures are the compiler's; see the playground transform in the Swift compiler's sources.
// Every parameter after the value is a number the compiler made: a site's identifier (unique in its module), where it
// stands, and the step that it belongs to (the value of the module's `__builtin_pg_module_…`).

public func __builtin_log_with_id<Value>(
  _ value: Value, _ name: String, _ id: Int, _ startLine: Int, _ endLine: Int, _ startColumn: Int, _ endColumn: Int,
  _ module: Int, _ file: Int
) -> AnyObject? {
  StepRun.current?.log(
    value, name: name, id: id, step: module,
    place: SitePlace(startLine: startLine, startColumn: startColumn, endLine: endLine, endColumn: endColumn))
  return nil
}

public func __builtin_log_scope_entry(
  _ startLine: Int, _ endLine: Int, _ startColumn: Int, _ endColumn: Int, _ module: Int, _ file: Int
) -> AnyObject? { nil }

public func __builtin_log_scope_exit(
  _ startLine: Int, _ endLine: Int, _ startColumn: Int, _ endColumn: Int, _ module: Int, _ file: Int
) -> AnyObject? { nil }

public func __builtin_postPrint(
  _ startLine: Int, _ endLine: Int, _ startColumn: Int, _ endColumn: Int, _ module: Int, _ file: Int
) -> AnyObject? { nil }

public func __builtin_send_data(_ object: AnyObject?) {}
