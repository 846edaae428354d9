#include "embedded.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

// To embed a file: its bytes below (three lines) and its row in the table at the end (one line).
// EmbeddedFilesTests compares the table with the folder, so a file that is added and forgotten fails the tests.

static const unsigned char manifest[] = {
#embed "../../taxonomy-data/manifest.json"
};
static const unsigned char certifications_certifications[] = {
#embed "../../taxonomy-data/certifications/certifications.jsonl"
};
static const unsigned char filieres_filieres[] = {
#embed "../../taxonomy-data/filieres/filieres.csv"
};
static const unsigned char model_features[] = {
#embed "../../taxonomy-data/model/features.csv"
};
static const unsigned char model_linker_trained[] = {
#embed "../../taxonomy-data/model/linker-trained.csv"
};
static const unsigned char model_linker[] = {
#embed "../../taxonomy-data/model/linker.csv"
};
static const unsigned char overlays_credential_gestures[] = {
#embed "../../taxonomy-data/overlays/credential-gestures.csv"
};
static const unsigned char overlays_families[] = {
#embed "../../taxonomy-data/overlays/families.csv"
};
static const unsigned char overlays_forms[] = {
#embed "../../taxonomy-data/overlays/forms.csv"
};
static const unsigned char overlays_implied_credentials[] = {
#embed "../../taxonomy-data/overlays/implied-credentials.csv"
};
static const unsigned char overlays_item_guards[] = {
#embed "../../taxonomy-data/overlays/item-guards.csv"
};
static const unsigned char overlays_module_names[] = {
#embed "../../taxonomy-data/overlays/module-names.csv"
};
static const unsigned char overlays_stop_phrases[] = {
#embed "../../taxonomy-data/overlays/stop-phrases.csv"
};
static const unsigned char overlays_synonyms[] = {
#embed "../../taxonomy-data/overlays/synonyms.csv"
};
static const unsigned char rome_arborescence_secteur_naf[] = {
#embed "../../taxonomy-data/rome/unix_arborescence_secteur_naf_v460_utf8.csv"
};
static const unsigned char rome_coherence_item[] = {
#embed "../../taxonomy-data/rome/unix_coherence_item_v460_utf8.csv"
};
static const unsigned char rome_referentiel_appellation[] = {
#embed "../../taxonomy-data/rome/unix_referentiel_appellation_v460_utf8.csv"
};
static const unsigned char rome_referentiel_code_rome[] = {
#embed "../../taxonomy-data/rome/unix_referentiel_code_rome_v460_utf8.csv"
};
static const unsigned char rome_referentiel_competence[] = {
#embed "../../taxonomy-data/rome/unix_referentiel_competence_v460_utf8.csv"
};
static const unsigned char rome_referentiel_savoir[] = {
#embed "../../taxonomy-data/rome/unix_referentiel_savoir_v460_utf8.csv"
};
static const unsigned char rome_rubrique_mobilite[] = {
#embed "../../taxonomy-data/rome/unix_rubrique_mobilite_v460_utf8.csv"
};
static const unsigned char territories_communes[] = {
#embed "../../taxonomy-data/territories/communes.csv"
};
static const unsigned char territories_naf_divisions[] = {
#embed "../../taxonomy-data/territories/naf-divisions.csv"
};
static const unsigned char territories_territoires[] = {
#embed "../../taxonomy-data/territories/territoires.csv"
};

#define ROW(path, bytes) {path, bytes, sizeof(bytes)}

static const struct sm_embedded_file files[] = {
    ROW("manifest.json", manifest),
    ROW("certifications/certifications.jsonl", certifications_certifications),
    ROW("filieres/filieres.csv", filieres_filieres),
    ROW("model/features.csv", model_features),
    ROW("model/linker-trained.csv", model_linker_trained),
    ROW("model/linker.csv", model_linker),
    ROW("overlays/credential-gestures.csv", overlays_credential_gestures),
    ROW("overlays/families.csv", overlays_families),
    ROW("overlays/forms.csv", overlays_forms),
    ROW("overlays/implied-credentials.csv", overlays_implied_credentials),
    ROW("overlays/item-guards.csv", overlays_item_guards),
    ROW("overlays/module-names.csv", overlays_module_names),
    ROW("overlays/stop-phrases.csv", overlays_stop_phrases),
    ROW("overlays/synonyms.csv", overlays_synonyms),
    ROW("rome/unix_arborescence_secteur_naf_v460_utf8.csv", rome_arborescence_secteur_naf),
    ROW("rome/unix_coherence_item_v460_utf8.csv", rome_coherence_item),
    ROW("rome/unix_referentiel_appellation_v460_utf8.csv", rome_referentiel_appellation),
    ROW("rome/unix_referentiel_code_rome_v460_utf8.csv", rome_referentiel_code_rome),
    ROW("rome/unix_referentiel_competence_v460_utf8.csv", rome_referentiel_competence),
    ROW("rome/unix_referentiel_savoir_v460_utf8.csv", rome_referentiel_savoir),
    ROW("rome/unix_rubrique_mobilite_v460_utf8.csv", rome_rubrique_mobilite),
    ROW("territories/communes.csv", territories_communes),
    ROW("territories/naf-divisions.csv", territories_naf_divisions),
    ROW("territories/territoires.csv", territories_territoires),
    {NULL, NULL, 0},
};

const struct sm_embedded_file *sm_embedded_files(void) { return files; }
