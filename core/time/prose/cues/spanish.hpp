#pragma once
#include "cue_row.hpp"

namespace almanac::prose::cues {

/// Spanish words.
inline constexpr PhraseRow spanish[] = {
    row(due, "a mas tardar|cierre|fecha limite|fechas limite|plazo|ultimo dia|vence|vencen|vencimiento"),
    row(until, "antes de|antes del|hasta|hasta el|hasta el dia|no mas tarde del"),
    row(closes, "acaban|cierra|cierran|concluye|expira|finaliza|finalizan|se cierra|se cierran|termina|terminan"),
    row(opens,
        "a partir de|a partir del|abre|abren|apertura|apertura de|sale a la venta|salen a la venta|se abre|se abren"),
    row(cfp, "charla*|convocatoria|convocatoria de ponencias|envio de propuestas|la convocatoria|ponencia*|propuesta*"),
    row(abstract, "resumen|resumenes|resumenes extendidos"),
    row(paper, "articulo completo|articulos|textos completos|trabajos completos"),
    row(registration,
        "anotarse|anotate|apuntarse|apuntate|entradas|fecha limite de inscripcion|matricula|matricularse|matriculas|"
        "preventa|registr*|registro|venta anticipada|venta de entradas"),
    row(application, "beca|becas|postul*|solicitud*"),
    row(submission, "consulta publica|entrega|entrega de proyectos|envia|enviar|envio|trabajos"),
    row(notification,
        "aceptacion|ganadores|notificacion*|publicacion de resultados|resultado el|resultados|resultados el"),
    row(other_deadline, "texto definitivo|version final|votacion|votaciones|voto del publico"),
    row(extended, "amplia|ampliad*|ampliamos|prorrog*|se amplia"),
    row(replaced,
        "antes|anunciada para el|anunciado para el|en lugar del|inicialmente|originalmente|prevista|previstas|"
        "previsto|previsto inicialmente|previstos|programada|programado|que acababa|que cerraba|que finalizaba|"
        "que terminaba|que vencia"),
    row(moved,
        "aplazada al|aplazado al|nueva cita|nueva fecha|pasa al|pasan al|pospuesta al|pospuesto al|se aplaza al|"
        "se aplaza hasta|se pasa al|se traslada a|se traslada al"),
    row(moves,
        "aplaza|aplazada|aplazado|cambio de fecha|pospone|pospuesta|pospuesto|se aplaza|se pospone|se traslada|"
        "traslada"),
    row(label, "cuando|dia y hora|fecha|fecha y hora|fechas"),
    row(takes_place,
        "el encuentro es|nos reunimos|nos vemos|regresa|se celebra|se celebran|se celebrara|se celebraran|"
        "se desarrollara|se llevara a cabo|se realizara|tendra lugar|tendran lugar|tiene lugar"),
    row(begins, "arranca|arrancamos|comenzara|comienza|empieza|inicio|se inicia"),
    row(ends, "acaba|clausura|finaliza|se cierra|termina|ultima sesion"),
    row(side, "apertura puertas|puertas"),
    row(publication, "actualizad*|publicad*|ultima actualizacion"),
    row(past,
        "celebrado|desde|edicion anterior|el ano pasado|el pasado|en la pasada|fundad*|la semana pasada|"
        "la ultima vez|nos reunimos el|participaron|pasada edicion|se celebro|tuvieron lugar|tuvo lugar"),
    row(aside,
        "en vigor|fecha exacta|fecha se anunciar*|fechas exactas|fechas se anunciar*|programa se publicara|reembols*"),
    row(repeats, "cada|cada dia|cada vez|de lunes a viernes|todas las|todos los"),
    row(event_noun, "congreso|el congreso|encuentro|evento|jornada|jornadas|la jornada|taller"),
    row(recap, "asi fue|balance|cronica|gracias a todos"),
    row(of_all, "fechas importantes|todas|todos"),
    row(idle, "como estaba previsto|como planeado|como previsto"),
};

}  // namespace almanac::prose::cues
