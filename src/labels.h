/* labels.h: the closed sets that a spaCy English pipeline writes, as enums, so
 * that a room can say `tok->dep == DEP_nsubj`.  A label that is not listed
 * (another model's) becomes *_OTHER; its text is kept beside it in the token. */
#ifndef DATELINE_LABELS_H
#define DATELINE_LABELS_H

/* Universal part-of-speech tags (UD v2) and spaCy's SPACE. */
#define POS_LIST(X) X(ADJ) X(ADP) X(ADV) X(AUX) X(CCONJ) X(DET) X(INTJ) X(NOUN) X(NUM) X(PART) \
    X(PRON) X(PROPN) X(PUNCT) X(SCONJ) X(SYM) X(VERB) X(X) X(SPACE)
/* Dependency labels of the English models (ClearNLP). */
#define DEP_LIST(X) X(ROOT) X(acl) X(acomp) X(advcl) X(advmod) X(agent) X(amod) X(appos) X(attr) X(aux) \
    X(auxpass) X(case) X(cc) X(ccomp) X(compound) X(conj) X(csubj) X(csubjpass) X(dative) X(dep) X(det) \
    X(dobj) X(expl) X(intj) X(mark) X(meta) X(neg) X(nmod) X(npadvmod) X(nsubj) X(nsubjpass) X(nummod) \
    X(oprd) X(parataxis) X(pcomp) X(pobj) X(poss) X(preconj) X(predet) X(prep) X(prt) X(punct) \
    X(quantmod) X(relcl) X(xcomp)
/* Penn Treebank tags that rooms ask for. */
#define TAG_LIST(X) X(CC) X(CD) X(DT) X(EX) X(FW) X(HYPH) X(IN) X(JJ) X(JJR) X(JJS) X(MD) X(NN) X(NNP) \
    X(NNPS) X(NNS) X(PDT) X(POS) X(PRP) X(RB) X(RBR) X(RBS) X(RP) X(TO) X(UH) X(VB) X(VBD) X(VBG) X(VBN) \
    X(VBP) X(VBZ) X(WDT) X(WP) X(WRB)
/* OntoNotes names. */
#define ENT_LIST(X) X(CARDINAL) X(DATE) X(EVENT) X(FAC) X(GPE) X(LANGUAGE) X(LAW) X(LOC) X(MONEY) X(NORP) \
    X(ORDINAL) X(ORG) X(PERCENT) X(PERSON) X(PRODUCT) X(QUANTITY) X(TIME) X(WORK_OF_ART)

#define LABEL_POS(n) POS_##n,
#define LABEL_DEP(n) DEP_##n,
#define LABEL_TAG(n) TAG_##n,
#define LABEL_ENT(n) ENT_##n,
typedef enum pos { POS_OTHER, POS_LIST(LABEL_POS) POS_END } pos;
typedef enum dep { DEP_OTHER, DEP_LIST(LABEL_DEP) DEP_END } dep;
typedef enum tag { TAG_OTHER, TAG_LIST(LABEL_TAG) TAG_PRP_POSS /* PRP$ */, TAG_WP_POSS /* WP$ */, TAG_END } tag;
typedef enum ent { ENT_NONE, ENT_LIST(LABEL_ENT) ENT_OTHER } ent;

/* The enum of a label's text; *_OTHER (ENT_NONE for "") when not listed. */
pos pos_of(const char *label);
dep dep_of(const char *label);
tag tag_of(const char *label);
ent ent_of(const char *label);
#endif
