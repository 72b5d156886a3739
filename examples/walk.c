/* walk.c: reads an article from standard input and prints its events.
 *
 *     cc walk.c $(pkg-config --cflags --libs dateline) -o walk && ./walk < statement.txt
 */
#include <dateline.h>
#include <stdio.h>

int main(void)
{
    static char text[1 << 20];
    dateline_error error;
    dateline *engine;
    dateline_document *doc;
    size_t n = fread(text, 1, sizeof text - 1, stdin);
    if (dateline_open(&engine, NULL, &error)) return fprintf(stderr, "%s: %s\n", error.path, error.text), 3;
    if (dateline_read(engine, &(dateline_article){.text = text, .length = n}, &doc, &error)) return fprintf(stderr, "%s\n", error.text), 1;
    for (size_t i = 0; i < dateline_event_count(doc); i++) {
        const dateline_event *e = dateline_event_at(doc, i);
        printf("%s  %s  %s  %s  \"%s\"  according to %s\n", e->start[0] ? e->start : "?", e->n_actor ? e->actor[0].code : "-", e->type,
               e->n_recipient ? e->recipient[0].code : "-", e->trigger, e->n_according_to ? e->according_to[0].text : "the outlet");
    }
    dateline_document_free(doc);
    dateline_close(engine);
    return 0;
}
