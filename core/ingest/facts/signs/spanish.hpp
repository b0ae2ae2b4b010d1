#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Spanish words.
inline constexpr PhraseRow spanish[] = {
    row(conference, "conferencia*|congreso*|encuentro anual|jornada|jornadas|simposio*"),
    row(hackathon, "jam de videojuegos|maraton de codigo|maraton de datos|maraton de innovacion"),
    row(competition, "campeonato*|competicion*|concurso*|maraton de programacion|torneo*"),
    row(meetup, "encuentro|quedada*|reunion abierta|reunion mensual|tertulia*"),
    row(talk,
        "charla|clase magistral|coloquio|conferencia magistral|defensa de tesis|leccion inaugural|lectura de tesis|"
        "mesa redonda|ponencia|seminario|tesis doctoral|webinario"),
    row(other_kind,
        "asamblea general|campamento*|corte de servicio|curso|cursos|dia de puertas abiertas|escuela de verano|feria|"
        "feria de empleo|jornada de puertas abiertas|mantenimiento|puertas abiertas|taller infantil"),
    row(post, "asi fue|asi vivimos|cronica|estuvimos en|gracias a todos|gracias por venir|sabado pasado"),
    row(post_title,
        "agenda de|asi se vivio|asi vivimos|balance de|boletin*|busco|calendario de|carta informativa|cinco eventos|"
        "como hicimos|como monte|como preparo|de un vistazo|eventos de|eventos en|gracias|nuevo horario|"
        "nuevos horarios|resumen|una pregunta|vacaciones"),
    row(mention, "alguien sabe|alguien va|busco|se vende|vendo"),
    row(job, "buscamos|contratamos|contrato|incorporacion|oferta de empleo|practicas|salario|tu cv"),
    row(job_title, "desarrollador|ingeniero"),
    row(announces,
        "acceso libre|apuntate|entrada gratuita|entrada libre|hasta completar aforo|os esperamos|te esperamos|"
        "tendra lugar"),
    row(call, "convocatoria de ponencias"),
    row(online,
        "a distancia|en discord|en linea|en streaming|en teams|en twitch|forma telematica|por discord|"
        "por google meet|por meet|por teams|por videoconferencia|por zoom|retransmitid*|retransmitira*|"
        "telematicamente|transmitid*|virtualmente"),
    row(hybrid, "en sala y online|hibrida|hibrido|presencial y en linea|presencial y online"),
    row(in_person, "de forma presencial|presencial|presencialmente"),
    row(only_online,
        "completamente online*|conferencia en linea|curso en linea de|exclusivamente online*|solo en linea|"
        "solo online*|totalmente online*|unicamente en linea"),
    row(no_online, "no habra streaming|no por zoom|sin streaming|ya no es online|ya no sera online"),
    row(not_mode,
        "comunidad online|curso en linea|curso online|entradas online|esta en linea|esta online|estan en linea|"
        "inscripcion en linea|programa en linea|programa online|realidad virtual|tienda online"),
    row(place_label, "ciudad|direccion|donde|lugar|recinto|sede|ubicacion"),
    row(room, "sala"),
    row(person,
        "conferenciante|formador|formadora|ganador|ganadora|ganadores|imparte|imparten|ponente|profesor|profesora|"
        "quien:|quien?|quienes:|tutor|tutora"),
    row(cancelled, "anulada|anulado|cancelada|canceladas|cancelado|cancelados|se cancela|suspendida|suspendido"),
    row(postponed,
        "aplazada|aplazado|aplazamiento|aplazamos|buscamos nueva fecha|buscamos una nueva fecha|posponemos|pospuesta|"
        "pospuesto|se aplaza|se pospone"),
    row(moved_online,
        "ahora sera online|ahora sera virtual|ahora virtual|online en lugar de|pasa a formato virtual|"
        "pasa a modalidad virtual|pasa a ser online|pasa a ser virtual|virtual en lugar de"),
    row(not_status, "inscripciones aplazad*|plazo aplazado"),
    row(not_cancelled, "no esta cancelado|no se cancela|no se suspende"),
    row(dates_follow, "a definir|cada|por confirmar|por definir|se anunciara|sera anunciado"),
    row(weak_conference, "convencion|semana de la|semana del|taller de"),
    row(weak_meetup, "cerveza*|merienda|noche|nos vemos"),
    row(weak_talk, "conferenciante|imparte|ponente*|proxima sesion|sesion"),
    row(weak_competition, "premios"),
    row(weak_post, "ayer|gracias a"),
    row(narrator, "yo"),
    row(told, "anuncio|dijo|era|eran|estuve|fue|fueron|hablo|han sido|hice|hicimos|tuve"),
};

}  // namespace almanac::facts::signs
