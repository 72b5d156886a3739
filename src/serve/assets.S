/* assets.S: files that are part of the program.  With EXPLORER, the page as
 * `make explorer` has built it; without, nothing in its place. */
#define FILE(name, path) \
    .global name; .hidden name; name: .incbin path; \
    .global name##_end; .hidden name##_end; name##_end: .byte 0
#define NO_FILE(name) \
    .global name; .hidden name; .global name##_end; .hidden name##_end; name: name##_end: .byte 0

    .section .rodata
FILE(serve_openapi, "src/serve/openapi.json")
#ifdef EXPLORER
FILE(serve_index, "build/explorer/index.html.gz")
FILE(serve_script, "build/explorer/app.js.gz")
FILE(serve_style, "build/explorer/app.css.gz")
FILE(serve_world, "build/explorer/world.json.gz")
#else
NO_FILE(serve_index)
NO_FILE(serve_script)
NO_FILE(serve_style)
NO_FILE(serve_world)
#endif
    .section .note.GNU-stack,"",@progbits
