"""The pair of tables that Gephi's 导入电子表格 takes: nodes and edges."""
