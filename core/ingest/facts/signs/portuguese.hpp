#pragma once
#include "sign_row.hpp"

namespace almanac::facts::signs {

/// Portuguese words.
inline constexpr PhraseRow portuguese[] = {
    row(conference, "congresso*|encontro anual|encontro nacional"),
    row(hackathon,
        "hackatona|maratona de codigo|maratona de dados|maratona de desenvolvimento|maratona de inovacao|"
        "maratona hacker"),
    row(competition, "competicao|maratona de programacao|torneio*"),
    row(meetup, "convivio|encontro|reuniao"),
    row(talk,
        "aula aberta|defesa de dissertacao|defesa de tese|palestra|prova de doutoramento|tese de doutorado|"
        "tese de doutoramento"),
    row(other_kind,
        "assembleia geral|escola de verao|feira|interrupcao do servico|manutencao|oficina gratuita|oficina para|"
        "oficina pratica|portas abertas"),
    row(post, "como foi|estivemos em|obrigado a todos|sabado passado"),
    row(post_title,
        "balanco|boletim*|cheguei|dicas|eventos em|eventos para|informativo|mudei para|novo horario|obrigado|procuro|"
        "recesso|resumo|retrospectiva"),
    row(mention, "alguem|procuro"),
    row(job, "contrata|estagio|procuramos|vaga|vagas"),
    row(job_title, "desenvolvedor|engenheiro"),
    row(announces, "decorre|entrada livre|inscreva-se|participe|tera lugar"),
    row(call, "chamada de trabalhos"),
    row(online, "pelo teams|pelo youtube|pelo zoom|remoto|transmissao ao vivo"),
    row(hybrid, "presencial e a distancia|presencial e online"),
    row(only_online, "apenas online*|inteiramente online*|somente online*"),
    row(no_online, "ja nao e online|sem transmissao"),
    row(not_mode, "estao online|ingressos online|inscricao online|inscricoes online|realidade virtual"),
    row(place_label, "cidade|local|morada|onde"),
    row(person, "orador|oradora|orientador|orientadora|palestrante|quem:|quem?|vencedores"),
    row(cancelled, "cancelamos|cancelou-se|e cancelado|foi cancelada|foi cancelado"),
    row(postponed, "adiada|adiado|adiamento|adiamos|foi adiada|foi adiado|procuramos uma nova data"),
    row(moved_online, "agora virtual|online em vez|passa a ser online|passa para o formato online"),
    row(not_cancelled, "nao foi cancelado"),
    row(dates_follow, "sera comunicada|toda"),
    row(weak_conference, "semana da|semana do"),
    row(weak_talk, "orador|oradora"),
    row(weak_post, "obrigado a|ontem"),
    row(narrator, "eu|meu"),
    row(told, "anunciou|disse|estava|foi|foram|fui|tivemos"),
};

}  // namespace almanac::facts::signs
